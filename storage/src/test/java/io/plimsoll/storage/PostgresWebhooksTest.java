package io.plimsoll.storage;

import io.plimsoll.contracts.WebhooksContract;
import io.plimsoll.storage.postgresql.OnServer;
import io.plimsoll.workspace.Workspace;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresWebhooksTest extends WebhooksContract {
    @RegisterExtension
    static final OnServer SERVER = new OnServer();

    @Override
    protected Workspace open(Path folder, Clock clock) {
        return LocalWorkspace.open(SERVER.newPlace(), folder, clock, folder.resolve("checkpoints"));
    }
}
