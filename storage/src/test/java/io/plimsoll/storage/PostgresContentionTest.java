package io.plimsoll.storage;

import io.plimsoll.storage.postgresql.OnServer;
import io.plimsoll.storage.postgresql.Server;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresContentionTest extends ContentionContract {
    @RegisterExtension
    static final OnServer SERVER = new OnServer();

    private final String schema = SERVER.newSchema();

    @Override
    LocalWorkspace open(Path folder) {
        return LocalWorkspace.open(
                Server.place(SERVER.server().port(), schema), folder, Clock.systemUTC(), folder.resolve("checkpoints"));
    }

    @Override
    List<Object> whereabouts() {
        return List.of(SERVER.server().port(), schema);
    }
}
