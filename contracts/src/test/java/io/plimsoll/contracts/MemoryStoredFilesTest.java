package io.plimsoll.contracts;

import io.plimsoll.workspace.Workspace;
import java.nio.file.Path;
import java.time.Clock;

class MemoryStoredFilesTest extends StoredFilesContract {
    @Override
    protected Workspace open(Path folder, Clock clock) {
        return new MemoryWorkspace(clock);
    }
}
