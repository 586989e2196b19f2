package io.plimsoll.train;

import io.plimsoll.artifact.OnnxGraph;
import io.plimsoll.artifact.OnnxGraph.Value;
import io.plimsoll.artifact.Predictions;
import io.plimsoll.artifact.Tolerance;
import io.plimsoll.calibrate.Calibration;
import io.plimsoll.calibrate.Spread;
import io.plimsoll.metric.Bounds;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is done to the output of a fitted model until it is a prediction: from the scale of the training to the target's own unit, calibrated, with an
 * interval around it.
 *
 * @param spread null for no interval
 */
record Finish(
        Scale scale, Calibration calibration, @Nullable Spread spread) {
    /** Nothing but the way back to the target's own unit. */
    static Finish plain(Scale scale) {
        return new Finish(scale, Calibration.none(), null);
    }

    /** <b>Shape</b>: one entry a row, in and out. */
    Predictions of(float[] fitted) {
        double[] predictions = scale.inOwnUnit(fitted);
        for (int row = 0; row < predictions.length; row++) {
            predictions[row] = calibration.of(predictions[row]);
        }
        if (spread == null) {
            return new Predictions(predictions, null);
        }
        double[] low = new double[fitted.length];
        double[] high = new double[fitted.length];
        for (int row = 0; row < fitted.length; row++) {
            List<Double> ends = spread.around(fitted[row]);
            low[row] = scale.inOwnUnit(ends.get(0));
            high[row] = scale.inOwnUnit(ends.get(1));
        }
        return new Predictions(predictions, new Bounds(low, high));
    }

    /** The same in operators: the prediction, then the ends of its interval, if it has one. */
    List<Value> addTo(OnnxGraph graph, Value fitted) {
        List<Value> outputs = new ArrayList<>();
        outputs.add(calibration.addTo(graph, scale.inOwnUnit(graph, fitted)));
        if (spread != null) {
            spread.around(graph, fitted).forEach(end -> outputs.add(scale.inOwnUnit(graph, end)));
        }
        return outputs;
    }

    /**
     * On how many rows a graph's predictions are not those of the trainer, finished here. Compared on the scale of the training: a scale that is undone by
     * an exponential would make a relative error of what is an absolute one in both. So would a steep calibration: a prediction may be what becomes of
     * any that agrees with the trainer's before it.
     */
    int disagreements(float[] fitted, double[] exported) {
        double[] expected = new double[fitted.length];
        double[] trained = new double[fitted.length];
        for (int row = 0; row < expected.length; row++) {
            trained[row] = fitted[row];
            expected[row] = calibration.of(fitted[row]);
        }
        Tolerance before = Tolerance.around(trained);
        Tolerance after = Tolerance.around(expected);
        double[] found = scale.fitted(exported);
        int off = 0;
        for (int row = 0; row < found.length; row++) {
            double low = calibration.of(trained[row] - before.at(row)) - after.at(row);
            double high = calibration.of(trained[row] + before.at(row)) + after.at(row);
            off += found[row] >= low && found[row] <= high ? 0 : 1;
        }
        return off;
    }
}
