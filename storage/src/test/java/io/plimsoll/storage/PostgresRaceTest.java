package io.plimsoll.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.audit.Chain;
import io.plimsoll.contracts.RegistrationRace;
import io.plimsoll.contracts.Rounds;
import io.plimsoll.storage.postgresql.OnServer;
import io.plimsoll.storage.postgresql.Server;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Processes that make one workspace in PostgreSQL and register against one champion in it. */
class PostgresRaceTest {
    @RegisterExtension
    static final OnServer SERVER = new OnServer();

    private static final int PROCESSES = 3;

    @TempDir
    private Path folder;

    @Test
    void everyVersionReplacesTheChampionItWasJudgedAgainst() throws Exception {
        int each = Rounds.of(30, 500);
        String schema = SERVER.newSchema();
        List<ChildProcess> children = new ArrayList<>();
        try {
            for (int i = 0; i < PROCESSES; i++) {
                String where = folder + "@" + SERVER.server().port() + "/" + schema;
                children.add(ChildProcess.start(RegisteringMain.class, "racer-" + i, each, where));
            }
            for (ChildProcess child : children) {
                child.awaitReady();
            }
            for (ChildProcess child : children) {
                child.go();
            }
            for (ChildProcess child : children) {
                assertThat(child.await()).isZero();
            }
        } finally {
            children.forEach(ChildProcess::close);
        }
        try (LocalWorkspace workspace = LocalWorkspace.open(
                Server.place(SERVER.server().port(), schema),
                folder,
                Clock.systemUTC(),
                folder.resolve("checkpoints"))) {
            new RegistrationRace(workspace.models(), "lung").requireOneLineOf(PROCESSES * each);
            assertThat(Chain.verify(workspace.events())).isEmpty();
        }
    }
}
