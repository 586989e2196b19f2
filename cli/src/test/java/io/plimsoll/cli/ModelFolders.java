package io.plimsoll.cli;

import java.nio.file.Path;

/** Where a workspace keeps a model's files. */
final class ModelFolders {
    private ModelFolders() {}

    static Path of(Path workspace, String sha256) {
        return workspace.resolve("models").resolve(sha256.substring(0, 2)).resolve(sha256);
    }
}
