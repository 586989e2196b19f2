package io.plimsoll.train;

import io.plimsoll.artifact.TreeEnsemble;
import io.plimsoll.artifact.TreeEnsemble.Link;
import io.plimsoll.config.ModelConfig.TargetScale;
import java.util.Arrays;

/** The scale on which a model is fitted, and the way back to the target's own unit. */
final class Scale {
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

    /** The same trees, predicting in the target's own unit. */
    TreeEnsemble inOwnUnit(TreeEnsemble fitted) {
        return switch (scale) {
            case NONE -> fitted;
            case LOG1P -> new TreeEnsemble(fitted.trees(), fitted.base(), Link.EXPM1);
        };
    }
}
