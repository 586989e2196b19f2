package io.plimsoll.storage;

import io.plimsoll.contracts.RunQueueContract;
import io.plimsoll.workspace.Workspace;
import java.nio.file.Path;
import java.time.Clock;

class LocalRunQueueTest extends RunQueueContract {
    @Override
    protected Workspace open(Path folder, Clock clock) {
        return LocalWorkspace.open(folder, clock);
    }
}
