package io.plimsoll.storage;

import io.plimsoll.contracts.RunEventsContract;
import io.plimsoll.workspace.Workspace;
import java.nio.file.Path;
import java.time.Clock;

class LocalRunEventsTest extends RunEventsContract {
    @Override
    protected Workspace open(Path folder, Clock clock) {
        return LocalWorkspace.open(folder, clock);
    }
}
