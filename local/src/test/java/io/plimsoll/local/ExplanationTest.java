package io.plimsoll.local;

import static io.plimsoll.local.SmallProject.config;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plimsoll.artifact.AdditiveScale;
import io.plimsoll.artifact.Contract;
import io.plimsoll.artifact.Contributions;
import io.plimsoll.artifact.Explainer;
import io.plimsoll.artifact.ModelFiles;
import io.plimsoll.artifact.Predictor;
import io.plimsoll.artifact.Tolerance;
import io.plimsoll.data.Batch;
import io.plimsoll.local.onnx.OnnxModelLoader;
import io.plimsoll.pipeline.RunReport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Models as runs register them: encoded, rescaled, calibrated. For every row of their table contributions make the prediction. */
class ExplanationTest extends InOneProject {
    private static final SmallTable TABLE = SmallTable.of(120);
    private static final String FEATURES = "features: {numeric: [size, year], categorical: [land]}";
    private static final String RULES =
            "{metric: mae, against: champion, worse_by_at_most: 1%}, {metric: mae, against: median, better_by: 5%}";

    /** A model on all rows of its table, and on some the like of which it has not met. */
    private record Explained(Contributions contributions, double[] predictions) {}

    @ParameterizedTest
    @ValueSource(strings = {"one_hot", "target", "frequency", "ordinal"})
    void addUpOnTheScaleOfTheTraining(String encoding) {
        Explained explained = explained(config(
                FEATURES,
                "features: {numeric: [size, year], categorical: [land], encode: {land: " + encoding
                        + "}, rescale: {size: log, year: log_standardise}, missing: {numeric: keep}}",
                "task: regression",
                "task: regression\n    target_scale: log1p"));

        assertThat(explained.contributions().scale()).isEqualTo(AdditiveScale.LOG1P);
        assertAddUp(explained);
    }

    @Test
    void addUpForLinearModels() {
        Explained explained = explained(config(
                "settings: {trees: 6, depth: 3, learning_rate: 0.3}",
                "trainer: linear\n    settings: {penalty: 0.001}"));

        assertThat(explained.contributions().scale()).isEqualTo(AdditiveScale.TARGET);
        assertAddUp(explained);
    }

    /** Platt's calibration is a line through log-odds: two rows tell which, and all others must lie on it. */
    @Test
    void addUpBeforeALineOfCalibration() {
        Explained explained = explained(classes("platt"));
        double[] sums = explained.contributions().sums();
        double[] odds = IntStream.range(0, sums.length)
                .mapToDouble(row ->
                        Math.log(explained.predictions()[row] / (1 - explained.predictions()[row])))
                .toArray();
        List<Integer> order = bySum(sums);
        int first = order.get(0);
        int last = order.get(order.size() - 1);
        double slope = (odds[last] - odds[first]) / (sums[last] - sums[first]);

        assertThat(explained.contributions().scale()).isEqualTo(AdditiveScale.LOG_ODDS);
        for (int row = 0; row < sums.length; row++) {
            assertThat(odds[row]).isCloseTo(odds[first] + slope * (sums[row] - sums[first]), within(1e-4));
        }
        assertThat(Tolerance.around(explained.predictions())
                        .disagreements(explained.contributions().uncalibrated()))
                .isPositive();
    }

    @Test
    void keepTheirOrderThroughACalibrationByStretches() {
        Explained explained = explained(classes("isotonic"));
        List<Integer> order = bySum(explained.contributions().sums());

        assertThat(order.stream().map(row -> explained.predictions()[row]).toList())
                .isSorted();
    }

    private static String classes(String calibrate) {
        return config(
                "target: dose",
                "target: active",
                "task: regression",
                "task: classification\n    calibrate: " + calibrate,
                "metric: mae\n",
                "metric: auc\n",
                RULES,
                "{metric: auc, at_least: 0.5}",
                "learning_rate: 0.3}",
                "learning_rate: 0.3, class_weight: balanced}");
    }

    private static List<Integer> bySum(double[] sums) {
        return IntStream.range(0, sums.length)
                .boxed()
                .sorted(Comparator.comparingDouble(row -> sums[row]))
                .toList();
    }

    private static void assertAddUp(Explained explained) {
        Tolerance tolerance = Tolerance.around(explained.predictions());
        assertThat(tolerance.disagreements(explained.contributions().uncalibrated()))
                .isZero();
        assertThat(explained.contributions().strongest(0, 3)).isNotEmpty();
    }

    private Explained explained(String yaml) {
        RunReport report = project.train(TABLE, yaml);
        ModelFiles files = workspace.artifacts().model(Objects.requireNonNull(report.modelSha256()));
        OnnxModelLoader loader = new OnnxModelLoader();
        try (Predictor predictor = loader.load(files);
                Explainer explainer = loader.explainer(files)) {
            Batch batch = batch(predictor.contract());
            return new Explained(explainer.explain(batch), predictor.predict(batch));
        }
    }

    private static Batch batch(Contract contract) {
        List<List<String>> rows = new ArrayList<>(TABLE.rows());
        rows.add(List.of("no id", "no trial", "", "", "nowhere", "", ""));
        rows.add(List.of("no id", "no trial", "-50", "3000", "", "", ""));
        List<double[]> numbers = new ArrayList<>();
        List<@Nullable String[]> texts = new ArrayList<>();
        for (Contract.Input input : contract.inputs()) {
            int column = TABLE.header().indexOf(input.column());
            List<String> cells = rows.stream().map(row -> row.get(column)).toList();
            if (input.kind() == Contract.Kind.NUMBER) {
                numbers.add(cells.stream()
                        .mapToDouble(cell -> cell.isEmpty() ? Double.NaN : Double.parseDouble(cell))
                        .toArray());
            } else {
                texts.add(cells.toArray(String[]::new));
            }
        }
        return new Batch(rows.size(), numbers, texts);
    }
}
