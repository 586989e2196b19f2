package io.plimsoll.artifact;

import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;

/** Opens a model folder for predicting. */
public interface ModelLoader {
    /**
     * Verifies every hash, then the canaries, before anything else is done with the model.
     *
     * @throws PlimsollException with {@code ARTIFACT_DAMAGED}
     */
    Predictor load(ModelFiles files);

    /**
     * Opens a model for explaining, after the same checks, and after it has explained its canaries.
     *
     * @throws PlimsollException with {@code ARTIFACT_DAMAGED}; with {@code NOT_EXPLAINABLE} if nobody here knows how the model adds up
     */
    default Explainer explainer(ModelFiles files) {
        throw PlimsollException.of(
                ErrorCode.NOT_EXPLAINABLE,
                "this engine only predicts",
                "model " + files.sha256(),
                "Score without explanations, or on the local engine.");
    }
}
