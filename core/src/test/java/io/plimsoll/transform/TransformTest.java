package io.plimsoll.transform;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.config.FeaturesConfig;
import io.plimsoll.config.FeaturesConfig.MissingCategory;
import io.plimsoll.config.FeaturesConfig.MissingConfig;
import io.plimsoll.config.FeaturesConfig.MissingNumber;
import io.plimsoll.config.FeaturesConfig.Unseen;
import io.plimsoll.config.ModelConfig.TargetScale;
import io.plimsoll.config.ModelConfig.Weight;
import io.plimsoll.data.MemoryDataset;
import io.plimsoll.data.Roles;
import io.plimsoll.data.TrainingSet;
import io.plimsoll.metric.Task;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransformTest {
    private static final Answers ANSWERS =
            new Answers(new Roles("id", "trial", "y"), Task.REGRESSION, TargetScale.NONE, Weight.NONE);
    private static final TrainingSet ROWS = new TrainingSet(MemoryDataset.of("x:NUMBER", "n:INTEGER", "land:TEXT")
            .with(4.0, 1L, "IT")
            .with(1.0, null, "DE")
            .with(2.0, null, "IT")
            .with(0.1, null, "FR")
            .with(null, null, null)
            .with(3.0, null, "DE")
            .with(null, null, "IT"));

    @Test
    void fillsWithTheLowerMedianOfTheTrainingRowsAsFloat32() {
        FittedTransform fitted = fit(features(50, MissingNumber.MEDIAN, MissingCategory.OWN_LEVEL, Unseen.ALL_ZEROS));

        assertThat(fitted.numeric()).containsExactly(new Encoding.Numeric("x", 2f), new Encoding.Numeric("n", 1f));
    }

    @Test
    void leavesNumbersMissingWhereItIsToldTo() {
        FittedTransform fitted = fit(features(50, MissingNumber.KEEP, MissingCategory.OWN_LEVEL, Unseen.ALL_ZEROS));

        assertThat(fitted.numeric()).extracting(Encoding.Numeric::fill).containsOnly(Float.NaN);
    }

    /** The column has values, but all of them in the holdout. */
    @Test
    void leavesNumbersMissingWhereNoTrainingRowHasOne() {
        TrainingSet rows = new TrainingSet(
                MemoryDataset.of("x:NUMBER", "n:INTEGER", "land:TEXT").with(null, 1L, "IT"));

        FittedTransform fitted = new Transform(
                        features(50, MissingNumber.MEDIAN, MissingCategory.OWN_LEVEL, Unseen.ALL_ZEROS), ANSWERS)
                .fit(rows)
                .fitted();

        assertThat(fitted.numeric().get(0).fill()).isNaN();
    }

    @Test
    void levelsLieInTheOrderOfTheirNames() {
        FittedTransform fitted = fit(features(50, MissingNumber.MEDIAN, MissingCategory.OWN_LEVEL, Unseen.ALL_ZEROS));

        assertThat(fitted.featureNames()).containsExactly("x", "n", "land=DE", "land=FR", "land=IT", "land=(missing)");
        assertThat(fitted.width()).isEqualTo(6);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3  | ALL_ZEROS | DE FR IT  |       | false",
                "2  | ALL_ZEROS | DE IT     | FR    | true",
                "1  | ALL_ZEROS | IT        | DE FR | true",
                "3  | OWN_LEVEL | DE FR IT  |       | true",
                "1  | OWN_LEVEL | IT        | DE FR | true",
                "50 | REFUSE    | DE FR IT  |       | false",
            })
    void theRarestLevelsShareOne(int most, Unseen unseen, String levels, String rare, boolean other) {
        Encoding.OneHot encoding =
                (Encoding.OneHot) fit(features(most, MissingNumber.MEDIAN, MissingCategory.ALL_ZEROS, unseen))
                        .categorical()
                        .get(0);

        assertThat(String.join(" ", encoding.levels())).isEqualTo(levels);
        assertThat(String.join(" ", encoding.rare())).isEqualTo(rare == null ? "" : rare);
        assertThat(encoding.other()).isEqualTo(other);
        assertThat(encoding.ownMissing()).isFalse();
    }

    @Test
    void amongLevelsOfTheSameCountTheFirstByNameIsKept() {
        TrainingSet rows = new TrainingSet(MemoryDataset.of("x:NUMBER", "n:INTEGER", "land:TEXT")
                .with(null, null, "b")
                .with(null, null, "肺")
                .with(null, null, "a"));

        Encoding.OneHot encoding = (Encoding.OneHot)
                new Transform(features(2, MissingNumber.MEDIAN, MissingCategory.OWN_LEVEL, Unseen.ALL_ZEROS), ANSWERS)
                        .fit(rows)
                        .fitted()
                        .categorical()
                        .get(0);

        assertThat(encoding.levels()).containsExactly("a", "b");
        assertThat(encoding.rare()).containsExactly("肺");
    }

    @Test
    void numbersCanBeCategoriesInTheirTextForm() {
        FeaturesConfig features = FeaturesConfig.of(
                List.of(),
                List.of("x"),
                new MissingConfig(MissingNumber.MEDIAN, MissingCategory.OWN_LEVEL),
                Unseen.ALL_ZEROS,
                50);

        assertThat(fit(features).categorical().get(0).known()).containsExactly("0.1", "1", "2", "3", "4");
    }

    @Test
    void readsTheColumnsInTheOrderOfTheConfig() {
        FittedTransform fitted = fit(features(50, MissingNumber.MEDIAN, MissingCategory.OWN_LEVEL, Unseen.REFUSE));

        assertThat(fitted.selection().numbers()).containsExactly("x", "n");
        assertThat(fitted.selection().texts()).containsExactly("land");
        assertThat(fitted.categorical().get(0).unseen()).isEqualTo(Encoding.Unseen.REFUSE);
    }

    private static FeaturesConfig features(int most, MissingNumber number, MissingCategory category, Unseen unseen) {
        return FeaturesConfig.of(List.of("x", "n"), List.of("land"), new MissingConfig(number, category), unseen, most);
    }

    private static FittedTransform fit(FeaturesConfig features) {
        return new Transform(features, ANSWERS).fit(ROWS).fitted();
    }
}
