package io.plimsoll.reuse;

import io.plimsoll.artifact.ModelFiles;
import io.plimsoll.artifact.ModelFolder;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.workspace.StoredContent;
import io.plimsoll.workspace.Workspace;
import java.util.Optional;

/**
 * The models that runs have trained, as they lie in the workspace.
 *
 * @param model the registered model's name, which is part of what each of them says of itself
 */
record KeptModels(String model, Workspace workspace) {
    /** In place of a folder of this address that was damaged, unless it is a registered version's: that one is for a person to mend. */
    void put(ModelFiles files) {
        try {
            workspace.artifacts().putModel(files);
        } catch (PlimsollException e) {
            if (e.code() != ErrorCode.ARTIFACT_DAMAGED) {
                throw e;
            }
            if (workspace.models().bySha256(model, files.sha256()).isEmpty()) {
                discard(files.sha256());
                workspace.artifacts().putModel(files);
            }
        }
    }

    private void discard(String sha256) {
        workspace.artifacts().contents().stream()
                .filter(content -> content.kind() == StoredContent.Kind.MODEL
                        && content.id().equals(sha256))
                .forEach(workspace.artifacts()::remove);
    }

    /** Empty where a file of it is missing or has changed. */
    Optional<ModelFiles> whole(String sha256) {
        try {
            ModelFiles files = workspace.artifacts().model(sha256);
            ModelFolder.verify(files);
            return Optional.of(files);
        } catch (PlimsollException e) {
            return Optional.empty();
        }
    }
}
