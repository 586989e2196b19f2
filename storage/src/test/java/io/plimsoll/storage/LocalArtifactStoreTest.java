package io.plimsoll.storage;

import io.plimsoll.contracts.ArtifactStoreContract;
import io.plimsoll.workspace.Workspace;
import java.nio.file.Path;
import java.time.Clock;

class LocalArtifactStoreTest extends ArtifactStoreContract {
    @Override
    protected Workspace open(Path folder, Clock clock) {
        return LocalWorkspace.open(folder, clock);
    }
}
