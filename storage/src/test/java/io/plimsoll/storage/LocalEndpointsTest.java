package io.plimsoll.storage;

import io.plimsoll.contracts.EndpointsContract;
import io.plimsoll.workspace.Workspace;
import java.nio.file.Path;
import java.time.Clock;

class LocalEndpointsTest extends EndpointsContract {
    @Override
    protected Workspace open(Path folder, Clock clock) {
        return LocalWorkspace.open(folder, clock);
    }
}
