package io.plimsoll.storage.files;

import io.plimsoll.workspace.SafeNames;
import java.nio.file.Path;

/** Where things lie in a workspace's folder. */
record Addresses(Path root) {
    Path staging() {
        return root.resolve("staging");
    }

    Path models() {
        return root.resolve("models");
    }

    Path datasets() {
        return root.resolve("datasets");
    }

    Path runs() {
        return root.resolve("runs");
    }

    Path uploads() {
        return root.resolve("uploads");
    }

    Path upload(String sha256) {
        return content("uploads", sha256);
    }

    Path model(String sha256) {
        return content("models", sha256);
    }

    Path dataset(String sha256) {
        return content("datasets", sha256);
    }

    Path run(String runId) {
        return runs().resolve(SafeNames.id(runId));
    }

    Path evidence(String runId, String path) {
        return run(runId).resolve(SafeNames.path(path));
    }

    private Path content(String kind, String sha256) {
        SafeNames.sha256(sha256);
        return root.resolve(kind).resolve(sha256.substring(0, 2)).resolve(sha256);
    }
}
