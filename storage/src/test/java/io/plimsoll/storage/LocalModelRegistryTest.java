package io.plimsoll.storage;

import io.plimsoll.contracts.ModelRegistryContract;
import io.plimsoll.workspace.Workspace;
import java.nio.file.Path;
import java.time.Clock;

class LocalModelRegistryTest extends ModelRegistryContract {
    @Override
    protected Workspace open(Path folder, Clock clock) {
        return LocalWorkspace.open(folder, clock);
    }
}
