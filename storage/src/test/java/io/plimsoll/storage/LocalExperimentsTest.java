package io.plimsoll.storage;

import io.plimsoll.contracts.ExperimentsContract;
import io.plimsoll.workspace.Workspace;
import java.nio.file.Path;
import java.time.Clock;

class LocalExperimentsTest extends ExperimentsContract {
    @Override
    protected Workspace open(Path folder, Clock clock) {
        return LocalWorkspace.open(folder, clock);
    }
}
