package io.plimsoll.local.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.artifact.Link;
import io.plimsoll.artifact.ModelFiles;
import io.plimsoll.artifact.Predictor;
import io.plimsoll.artifact.Tolerance;
import io.plimsoll.artifact.Tree;
import io.plimsoll.artifact.TreeEnsemble;
import io.plimsoll.contracts.RandomTable;
import io.plimsoll.contracts.TrainedExample;
import io.plimsoll.data.Batch;
import io.plimsoll.local.xgboost.Boosted;
import io.plimsoll.metric.Task;
import io.plimsoll.train.Examples;
import io.plimsoll.train.FittedModel;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What XGBoost predicts for encoded rows, the model folder predicts for the rows themselves. */
final class RoundTripTest {
    private static final int ROWS = 5000;

    @ParameterizedTest
    @CsvSource({
        "CLASSIFICATION, 50, 3",
        "CLASSIFICATION, 250, 6",
        "REGRESSION, 50, 3",
        "REGRESSION, 250, 6",
        "REGRESSION, 1, 1"
    })
    void predictsWhatTheTrainerPredicts(Task task, int trees, int depth) {
        Examples examples = TrainedExample.examples(2000, task, 1);
        try (FittedModel model = Boosted.fit(examples, task, Boosted.settings(trees, depth), 2)) {
            Batch batch = RandomTable.rows(ROWS, 2);
            double[] expected = doubles(model.predict(RandomTable.features(batch), ROWS));

            assertAgrees(Boosted.pack(model.formula(), task, model.nativeFiles()), batch, expected);
        }
    }

    /**
     * Compared on the scale of the fit. In the target's own unit the tolerance would be tighter than XGBoost's sum of 250 float32 values
     * is exact: at s = 11 it is off by 1e-5, which the exponential makes relative.
     */
    @Test
    void undoesTheLogarithmOfATarget() {
        Examples examples = TrainedExample.examples(2000, Task.REGRESSION, 3);
        try (FittedModel model = Boosted.fit(examples, Task.REGRESSION, Boosted.settings(250, 6), 2)) {
            Batch batch = RandomTable.rows(ROWS, 4);
            double[] expected = doubles(model.predict(RandomTable.features(batch), ROWS));

            TreeEnsemble trees = (TreeEnsemble) model.formula();
            TreeEnsemble ensemble = new TreeEnsemble(trees.trees(), trees.base(), Link.EXPM1);
            double[] predictions = predict(Boosted.pack(ensemble, Task.REGRESSION, model.nativeFiles()), batch);

            double[] logarithms = Arrays.stream(predictions).map(Math::log1p).toArray();
            assertThat(Tolerance.around(expected).disagreements(logarithms)).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "IDENTITY, 2.5",
        "LOGISTIC, 0.924141819978757",
        "EXP, 12.1824939607035",
        "EXPM1, 11.1824939607035",
        "UNIT, 1"
    })
    void knowsEveryLink(Link link, double expected) {
        Tree leaf = Tree.ofNodes(1).leaf(0, 1f).build();
        ModelFiles files =
                Boosted.pack(new TreeEnsemble(List.of(leaf, leaf), 0.5f, link), Task.REGRESSION, new TreeMap<>());

        assertAgrees(files, RandomTable.rows(1, 1), new double[] {expected});
    }

    private static void assertAgrees(ModelFiles files, Batch batch, double[] expected) {
        assertThat(Tolerance.around(expected).disagreements(predict(files, batch)))
                .isZero();
    }

    private static double[] predict(ModelFiles files, Batch batch) {
        try (Predictor predictor = new OnnxModelLoader().load(files)) {
            return predictor.predict(batch);
        }
    }

    private static double[] doubles(float[] values) {
        double[] doubles = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            doubles[i] = values[i];
        }
        return doubles;
    }
}
