package io.plimsoll.transform;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.config.FeaturesConfig;
import io.plimsoll.config.FeaturesConfig.Encode;
import io.plimsoll.config.FeaturesConfig.MissingCategory;
import io.plimsoll.config.FeaturesConfig.MissingConfig;
import io.plimsoll.config.FeaturesConfig.MissingNumber;
import io.plimsoll.config.FeaturesConfig.Rescale;
import io.plimsoll.config.FeaturesConfig.Unseen;
import io.plimsoll.config.Label;
import io.plimsoll.config.ModelConfig.TargetScale;
import io.plimsoll.config.ModelConfig.Weight;
import io.plimsoll.data.MemoryDataset;
import io.plimsoll.data.Roles;
import io.plimsoll.data.TrainingSet;
import io.plimsoll.metric.Task;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Categories as one number each, and numbers on another scale. */
class EncodingsTest {
    private static final Roles ROLES = new Roles("id", "trial", "y");

    /** Ten rows of Italy with a mean of 2, five of Germany with a mean of 8, one of Malta, four without a land; each with a trial of its own. */
    private static final TrainingSet ROWS =
            new TrainingSet(MemoryDataset.of("id:INTEGER", "trial:TEXT", "x:NUMBER", "land:TEXT", "y:NUMBER")
                    .with(20, i -> new Object[] {
                        (long) i,
                        "t" + i,
                        (double) i,
                        i < 10 ? "IT" : i < 15 ? "DE" : i < 16 ? "MT" : null,
                        i < 10 ? 2.0 : i < 15 ? 8.0 : i < 16 ? 20.0 : 5.0
                    }));

    /** Of all rows: (20 + 40 + 20 + 20) / 20. */
    private static final float MEAN = 5;

    @Test
    void aPlaceInTheOrderOfTheLettersOrInTheOneThatIsGiven() {
        Encoding.Lookup byLetters = lookup(features(Encode.ORDINAL, 1, Map.of()));
        Encoding.Lookup given = lookup(features(Encode.ORDINAL, 1, Map.of("land", List.of(label("MT"), label("IT")))));

        assertThat(byLetters.numbers()).isEqualTo(Map.of("DE", 1f, "IT", 2f, "MT", 3f));
        assertThat(byLetters.missing()).isZero();
        assertThat(byLetters.otherwise()).isZero();
        assertThat(given.numbers()).isEqualTo(Map.of("MT", 1f, "IT", 2f));
        assertThat(given.outputs()).containsExactly("land (ordinal)");
    }

    @Test
    void aShareOfTheTrainingRowsWithTheRareTogether() {
        Encoding.Lookup lookup = lookup(features(Encode.FREQUENCY, 6, Map.of()));

        assertThat(lookup.numbers()).isEqualTo(Map.of("IT", 0.5f, "DE", 0.3f, "MT", 0.3f));
        assertThat(lookup.rare()).containsExactly("DE", "MT");
        assertThat(lookup.missing()).isEqualTo(0.2f);
        assertThat(lookup.otherwise()).isZero();
    }

    @Test
    void theMeanTargetDrawnToThatOfAll() {
        Encoding.Lookup lookup = lookup(features(Encode.TARGET, 1, Map.of()));

        assertThat(lookup.numbers().get("IT")).isEqualTo((10 * 2 + 10 * MEAN) / 20);
        assertThat(lookup.numbers().get("DE")).isEqualTo((5 * 8 + 10 * MEAN) / 15);
        assertThat(lookup.missing()).isEqualTo((4 * 5 + 10 * MEAN) / 14);
        assertThat(lookup.otherwise()).isEqualTo(MEAN);
    }

    /** A row of Malta, the only one, learns nothing of its own target. */
    @Test
    void aTrainingRowNeverSeesItsOwnTarget() {
        TrainingTransform transform = fit(features(Encode.TARGET, 1, Map.of()));
        OutOfFold outOfFold = transform.outOfFold();
        int fold = outOfFold.foldOf().getOrDefault("t15", -1);
        Encoding.Lookup without = outOfFold.columns().get(0).lookups().without(fold);

        float prior = without.otherwise();
        assertThat(without.of("MT")).isEqualTo(prior);
        assertThat(prior).isLessThan(MEAN);
        assertThat(((Encoding.Lookup) transform.fitted().categorical().get(0)).of("MT"))
                .isGreaterThan(MEAN);
        assertThat(outOfFold.foldOf()).hasSize(20);
        assertThat(outOfFold.foldOf().values()).containsOnly(0, 1, 2, 3, 4);
    }

    @Test
    void rareCategoriesShareAColumn() {
        Encoding.OneHot oneHot = (Encoding.OneHot) fit(features(Encode.ONE_HOT, 6, Map.of()))
                .fitted()
                .categorical()
                .get(0);

        assertThat(oneHot.levels()).containsExactly("IT");
        assertThat(oneHot.rare()).containsExactly("DE", "MT");
    }

    @Test
    void numbersAreMeasuredOverTheTrainingRows() {
        FeaturesConfig features = new FeaturesConfig(
                List.of("x"),
                List.of(),
                new MissingConfig(MissingNumber.MEDIAN, MissingCategory.OWN_LEVEL),
                Unseen.ALL_ZEROS,
                50,
                1,
                Map.of(),
                Map.of(),
                10,
                Map.of("x", Rescale.STANDARDISE));

        Rescaling rescaling = fit(features).fitted().numeric().get(0).rescaling();

        assertThat(rescaling).isEqualTo(new Rescaling(false, 9.5f, (float) Math.sqrt(399 / 12.0)));
        assertThat(rescaling.undone(0)).isEqualTo(9.5);
        assertThat(new Rescaling(true, 0, 1).undone(Rescaling.logarithm(-7))).isCloseTo(-7, offset());
    }

    private static Offset<Double> offset() {
        return Offset.offset(1e-12);
    }

    private static Label label(String text) {
        return new Label(text);
    }

    private static Encoding.Lookup lookup(FeaturesConfig features) {
        return (Encoding.Lookup) fit(features).fitted().categorical().get(0);
    }

    private static TrainingTransform fit(FeaturesConfig features) {
        return new Transform(features, new Answers(ROLES, Task.REGRESSION, TargetScale.NONE, Weight.NONE)).fit(ROWS);
    }

    private static FeaturesConfig features(Encode encode, int least, Map<String, List<Label>> order) {
        return new FeaturesConfig(
                List.of(),
                List.of("land"),
                new MissingConfig(MissingNumber.MEDIAN, MissingCategory.OWN_LEVEL),
                Unseen.ALL_ZEROS,
                50,
                least,
                Map.of("land", encode),
                order,
                10,
                Map.of());
    }
}
