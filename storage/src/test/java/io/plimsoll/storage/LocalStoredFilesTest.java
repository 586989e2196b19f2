package io.plimsoll.storage;

import io.plimsoll.contracts.StoredFilesContract;
import io.plimsoll.workspace.Workspace;
import java.nio.file.Path;
import java.time.Clock;

class LocalStoredFilesTest extends StoredFilesContract {
    @Override
    protected Workspace open(Path folder, Clock clock) {
        return LocalWorkspace.open(folder, clock);
    }
}
