package io.plimsoll.storage;

import io.plimsoll.contracts.RunClaimsContract;
import io.plimsoll.workspace.Workspace;
import java.nio.file.Path;
import java.time.Clock;

class LocalRunClaimsTest extends RunClaimsContract {
    @Override
    protected Workspace open(Path folder, Clock clock) {
        return LocalWorkspace.open(folder, clock);
    }
}
