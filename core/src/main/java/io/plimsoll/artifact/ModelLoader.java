package io.plimsoll.artifact;

/** Opens a model folder for predicting. */
public interface ModelLoader {
    /**
     * Verifies every hash, then the canaries, before anything else is done with the model.
     *
     * @throws io.plimsoll.fault.PlimsollException with {@code ARTIFACT_DAMAGED}
     */
    Predictor load(ModelFiles files);
}
