package io.plimsoll.storage;

import io.plimsoll.contracts.GovernanceContract;
import io.plimsoll.workspace.Workspace;
import java.nio.file.Path;
import java.time.Clock;

class LocalGovernanceTest extends GovernanceContract {
    @Override
    protected Workspace open(Path folder, Clock clock) {
        return LocalWorkspace.open(folder, clock);
    }
}
