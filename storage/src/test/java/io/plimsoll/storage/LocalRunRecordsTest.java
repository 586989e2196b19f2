package io.plimsoll.storage;

import io.plimsoll.contracts.RunRecordsContract;
import io.plimsoll.workspace.Workspace;
import java.nio.file.Path;
import java.time.Clock;

class LocalRunRecordsTest extends RunRecordsContract {
    @Override
    protected Workspace open(Path folder, Clock clock) {
        return LocalWorkspace.open(folder, clock);
    }
}
