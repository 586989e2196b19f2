package io.plimsoll.local.xgboost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.plimsoll.artifact.Link;
import io.plimsoll.artifact.Tolerance;
import io.plimsoll.artifact.Tree;
import io.plimsoll.artifact.TreeEnsemble;
import io.plimsoll.contracts.RandomTable;
import io.plimsoll.contracts.TrainedExample;
import io.plimsoll.data.Batch;
import io.plimsoll.metric.Task;
import io.plimsoll.train.Examples;
import io.plimsoll.train.FittedModel;
import io.plimsoll.train.GradientBoostedTreesSettings;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class XGBoostModelReaderTest {
    private static final int ROWS = 3000;
    private static final int WIDTH = RandomTable.transform().width();

    @ParameterizedTest
    @EnumSource(Task.class)
    void readsTreesThatPredictTheSame(Task task) {
        assertSamePredictions(TrainedExample.examples(ROWS, task, 1), task, Boosted.settings(60, 6));
    }

    @ParameterizedTest
    @EnumSource(Task.class)
    void leavesOutPrunedNodes(Task task) {
        GradientBoostedTreesSettings pruned =
                Boosted.settings("{trees: 60, depth: 6, learning_rate: 0.3, l1: 0.5, min_split_gain: 5, bins: 64}");

        assertSamePredictions(TrainedExample.examples(ROWS, task, 1), task, pruned);
    }

    @Test
    void readsTreesOfOneLeaf() {
        GradientBoostedTreesSettings neverSplits =
                Boosted.settings("{trees: 3, learning_rate: 0.3, min_child_weight: 1e9}");

        TreeEnsemble ensemble =
                assertSamePredictions(TrainedExample.examples(ROWS, Task.REGRESSION, 1), Task.REGRESSION, neverSplits);

        assertThat(ensemble.trees())
                .hasSize(3)
                .allSatisfy(tree -> assertThat(tree.nodes()).isEqualTo(1));
    }

    @Test
    void startsFromTheMeanOfTheLabels() {
        Examples examples = TrainedExample.examples(ROWS, Task.CLASSIFICATION, 1);
        double mean = mean(examples.labels());
        try (FittedModel model = Boosted.fit(examples, Task.CLASSIFICATION, Boosted.settings(1, 1), 1)) {
            assertThat((double) ((TreeEnsemble) model.formula()).base())
                    .isCloseTo(Math.log(mean / (1 - mean)), within(1e-6));
        }
    }

    @Test
    void refusesWhatIsNoSuchModel() {
        assertThatThrownBy(() -> XGBoostModelReader.read("{}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> XGBoostModelReader.read("T".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static TreeEnsemble assertSamePredictions(
            Examples examples, Task task, GradientBoostedTreesSettings settings) {
        try (FittedModel model = Boosted.fit(examples, task, settings, 2)) {
            Batch batch = RandomTable.rows(ROWS, 2);
            float[] features = RandomTable.features(batch);
            float[] expected = model.predict(features, ROWS);
            double[] reference = new double[ROWS];
            double[] computed = new double[ROWS];
            for (int row = 0; row < ROWS; row++) {
                reference[row] = expected[row];
                computed[row] = predict(
                        (TreeEnsemble) model.formula(), Arrays.copyOfRange(features, row * WIDTH, (row + 1) * WIDTH));
            }
            assertThat(Tolerance.around(reference).disagreements(computed)).isZero();
            return (TreeEnsemble) model.formula();
        }
    }

    /** The definition of an ensemble, in double. */
    private static double predict(TreeEnsemble ensemble, float[] row) {
        double sum = ensemble.base();
        for (Tree tree : ensemble.trees()) {
            int node = 0;
            while (!tree.isLeaf(node)) {
                float cell = row[tree.feature(node)];
                boolean left = Float.isNaN(cell) ? tree.missingLeft(node) : cell < tree.threshold(node);
                node = left ? tree.left(node) : tree.right(node);
            }
            sum += tree.value(node);
        }
        return ensemble.link() == Link.LOGISTIC ? 1 / (1 + Math.exp(-sum)) : sum;
    }

    private static double mean(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
