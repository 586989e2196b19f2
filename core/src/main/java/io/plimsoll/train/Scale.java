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
        return (float) scale.of(target);
    }

    /** Predictions on the scale of the training, in the target's own unit. */
    double[] inOwnUnit(float[] predictions) {
        double[] own = new double[predictions.length];
        for (int i = 0; i < own.length; i++) {
            own[i] = inOwnUnit((double) predictions[i]);
        }
        return own;
    }

    /** One number on the scale of the training, in the target's own unit. */
    double inOwnUnit(double fitted) {
        return scale == TargetScale.LOG1P ? StrictMath.expm1(fitted) : fitted;
    }

    /** Predictions in the target's own unit, on the scale of the training. */
    double[] fitted(double[] predictions) {
        return Arrays.stream(predictions).map(scale::of).toArray();
    }

    /** Takes a graph from the scale of the training to the target's own unit. */
    Value inOwnUnit(OnnxGraph graph, Value fitted) {
        return switch (scale) {
            case NONE -> fitted;
            case LOG1P -> Link.EXPM1.addTo(graph, fitted);
        };
    }
}
