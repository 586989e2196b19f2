package io.plimsoll.storage;

import io.plimsoll.contracts.WebhooksContract;
import io.plimsoll.workspace.Workspace;
import java.nio.file.Path;
import java.time.Clock;

class LocalWebhooksTest extends WebhooksContract {
    @Override
    protected Workspace open(Path folder, Clock clock) {
        return LocalWorkspace.open(folder, clock);
    }
}
