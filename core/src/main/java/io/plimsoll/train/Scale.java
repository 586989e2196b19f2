package io.plimsoll.train;

import io.plimsoll.artifact.Link;
import io.plimsoll.artifact.OnnxGraph;
import io.plimsoll.artifact.OnnxGraph.Value;
import io.plimsoll.config.ModelConfig.TargetScale;
import java.util.Arrays;

/** The scale on which a model is fitted, and the way back to the target's own unit. */
final class Scale {
    static final Scale OWN = new Scale(TargetScale.NONE);

    private final TargetScale scale;

    Scale(TargetScale scale) {
        this.scale = scale;
    }

    float fitted(double target) {
        return switch (scale) {
            case NONE -> (float) target;
            case LOG1P -> (float) StrictMath.log1p(target);
        };
    }

    /** Predictions on the scale of the training, in the target's own unit. */
    double[] inOwnUnit(float[] predictions) {
        double[] own = new double[predictions.length];
        for (int i = 0; i < own.length; i++) {
            own[i] = scale == TargetScale.LOG1P ? StrictMath.expm1(predictions[i]) : predictions[i];
        }
        return own;
    }

    /** Predictions in the target's own unit, on the scale of the training. */
    double[] fitted(double[] predictions) {
        return switch (scale) {
            case NONE -> predictions.clone();
            case LOG1P -> Arrays.stream(predictions).map(StrictMath::log1p).toArray();
        };
    }

    /** Takes a graph from the scale of the training to the target's own unit. */
    Value inOwnUnit(OnnxGraph graph, Value fitted) {
        return switch (scale) {
            case NONE -> fitted;
            case LOG1P -> Link.EXPM1.addTo(graph, fitted);
        };
    }
}
