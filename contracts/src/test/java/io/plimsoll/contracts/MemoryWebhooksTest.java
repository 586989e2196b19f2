package io.plimsoll.contracts;

import io.plimsoll.workspace.Workspace;
import java.nio.file.Path;
import java.time.Clock;

class MemoryWebhooksTest extends WebhooksContract {
    @Override
    protected Workspace open(Path folder, Clock clock) {
        return new MemoryWorkspace(clock);
    }
}
