package io.plimsoll.local.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.artifact.OnnxGraph;
import io.plimsoll.artifact.OnnxGraph.Value;
import io.plimsoll.artifact.Tolerance;
import io.plimsoll.calibrate.Calibration;
import io.plimsoll.calibrate.Spread;
import io.plimsoll.metric.ScoredRows;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What calibrates predictions and bounds them computes in the graph what it computes in Java. */
final class FinishedGraphTest {
    private static final int ROWS = 4000;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void calibratesAlike(long seed) {
        ScoredRows rows = rows(seed);
        float[] predictions = predictions(seed + 1);
        for (Calibration calibration :
                List.of(Calibration.isotonic(rows), Calibration.platt(rows), Calibration.none())) {
            OnnxGraph graph = new OnnxGraph();
            Value input = graph.matrix(List.of(graph.numberInput("p")));
            graph.output(calibration.addTo(graph, input), "calibrated", 1);

            float[] calibrated = new OnnxColumnMath().apply(graph.bytes(), List.of(predictions));

            double[] expected = doubles(predictions, calibration::of);
            assertThat(Tolerance.around(expected).disagreements(doubles(calibrated, p -> p)))
                    .isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void boundsAlike(long seed) {
        Spread spread = Spread.fit(rows(seed), 0.8);
        float[] predictions = predictions(seed + 1);
        OnnxGraph graph = new OnnxGraph();
        Value input = graph.matrix(List.of(graph.numberInput("p")));
        graph.output(graph.columns(spread.around(graph, input)), "ends", 2);

        float[] ends = new OnnxColumnMath().apply(graph.bytes(), List.of(predictions));

        for (int row = 0; row < ROWS; row++) {
            List<Double> expected = spread.around(predictions[row]);
            assertThat((double) ends[2 * row]).isCloseTo(expected.get(0), Offset.offset(1e-6));
            assertThat((double) ends[2 * row + 1]).isCloseTo(expected.get(1), Offset.offset(1e-6));
        }
    }

    private static float[] predictions(long seed) {
        Random random = new Random(seed);
        float[] predictions = new float[ROWS];
        for (int row = 0; row < ROWS; row++) {
            predictions[row] = row < 2 ? row : random.nextFloat();
        }
        return predictions;
    }

    private static ScoredRows rows(long seed) {
        Random random = new Random(seed);
        double[] prediction = random.doubles(ROWS).toArray();
        double[] target = Arrays.stream(prediction)
                .map(p -> random.nextDouble() < p * p ? 1 : 0)
                .toArray();
        double[] weight = new double[ROWS];
        Arrays.fill(weight, 1);
        String[] group = IntStream.range(0, ROWS).mapToObj(row -> "t" + row / 9).toArray(String[]::new);
        return new ScoredRows(target, prediction, weight, group);
    }

    private static double[] doubles(float[] values, DoubleUnaryOperator operator) {
        double[] doubles = new double[values.length];
        for (int i = 0; i < doubles.length; i++) {
            doubles[i] = operator.applyAsDouble(values[i]);
        }
        return doubles;
    }
}
