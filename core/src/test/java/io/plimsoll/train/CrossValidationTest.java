package io.plimsoll.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.config.ConfigLoader;
import io.plimsoll.config.ModelConfig;
import io.plimsoll.data.GroupFolds;
import io.plimsoll.data.MemoryDataset;
import io.plimsoll.data.Roles;
import io.plimsoll.split.Fold;
import io.plimsoll.train.CrossValidation.JudgedFold;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class CrossValidationTest {
    private static final Roles ROLES = new Roles("id", "trial", "y");
    private static final MemoryDataset TABLE = MemoryDataset.of("id:INTEGER", "trial:TEXT", "x:NUMBER", "y:NUMBER")
            .with(60, i -> new Object[] {(long) i, "t" + i / 3, (double) i, (double) i});
    private static final List<Fold> FOLDS = Fold.of(TABLE, new GroupFolds("trial", "salt", 3));

    private final MeanTrainer trainer = new MeanTrainer();

    @Test
    void eachRowIsPredictedOnceByAModelThatDidNotSeeItsFold() {
        List<JudgedFold> judged = new CrossValidation(fitting("none")).over(FOLDS, ROLES, share -> {});

        TreeSet<Integer> seen = new TreeSet<>();
        double all = 59 * 60 / 2.0;
        for (JudgedFold fold : judged) {
            double own = 0;
            for (double target : fold.rows().target()) {
                own += target;
            }
            double mean = (all - own) / (60 - fold.rows().rows());
            assertThat(fold.baseline().mean()).isEqualTo(mean);
            assertThat(fold.rows().prediction()).containsOnly((float) mean);
            for (int i = 0; i < fold.key().length; i++) {
                assertThat(fold.rows().target()[i]).isEqualTo(Double.parseDouble(fold.key()[i]));
                assertThat(seen.add(Integer.valueOf(fold.key()[i]))).isTrue();
            }
        }
        assertThat(seen).hasSize(60);
        assertThat(judged).extracting(JudgedFold::fold).containsExactly(1, 2, 3);
    }

    @Test
    void fitsOnceForEachFoldAndThrowsTheModelsAway() {
        List<Double> shares = new ArrayList<>();

        new CrossValidation(fitting("none")).over(FOLDS, ROLES, progress -> shares.add(progress.share()));

        assertThat(trainer.fits()).hasValue(3);
        assertThat(trainer.open()).hasValue(0);
        assertThat(shares).containsExactly(1 / 3.0, 2 / 3.0, 1.0);
    }

    @Test
    void predictsInTheTargetsOwnUnit() {
        double[] predictions = new CrossValidation(fitting("log1p"))
                .over(FOLDS, ROLES, share -> {})
                .get(0)
                .rows()
                .prediction();

        assertThat(predictions[0]).isBetween(15.0, 35.0);
    }

    private Fitting fitting(String scale) {
        Trainers trainers = new Trainers(List.of(trainer), MeanTrainer.NO_MATH, 1);
        ModelConfig config = new ConfigLoader(trainers.settings())
                .stored("""
                        indication: lung
                        data: {sources: {sites: sites.csv}, key: id, group: trial}
                        features: {numeric: [x]}
                        models:
                          ANY:
                            target: y
                            task: regression
                            target_scale: %s
                            trainer: mean
                            metric: mae
                            guardrail: {rules: [{metric: mae, at_most: 9}]}
                        """.formatted(scale))
                .model("ANY");
        return trainers.fitting(config);
    }
}
