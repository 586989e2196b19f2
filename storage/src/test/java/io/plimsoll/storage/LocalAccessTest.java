package io.plimsoll.storage;

import io.plimsoll.contracts.AccessContract;
import io.plimsoll.workspace.Workspace;
import java.nio.file.Path;
import java.time.Clock;

class LocalAccessTest extends AccessContract {
    @Override
    protected Workspace open(Path folder, Clock clock) {
        return LocalWorkspace.open(folder, clock, folder.resolve("checkpoints"), FEW_ROUNDS);
    }
}
