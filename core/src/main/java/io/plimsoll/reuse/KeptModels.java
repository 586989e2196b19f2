package io.plimsoll.reuse;

import io.plimsoll.artifact.ModelFiles;
import io.plimsoll.artifact.ModelFolder;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.workspace.ArtifactStore;
import java.util.Optional;

/** The models that runs have trained, as they lie in the workspace. */
record KeptModels(ArtifactStore artifacts) {
    void put(ModelFiles files) {
        artifacts.putModel(files);
    }

    /** Empty where a file of it is missing or has changed. */
    Optional<ModelFiles> whole(String sha256) {
        try {
            ModelFiles files = artifacts.model(sha256);
            ModelFolder.verify(files);
            return Optional.of(files);
        } catch (PlimsollException e) {
            return Optional.empty();
        }
    }
}
