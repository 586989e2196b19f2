package io.plimsoll.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.plimsoll.contracts.Rounds;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** In PostgreSQL, a schema for each. */
class PostgresKilledRunTest extends KilledRuns {
    private static @Nullable EmbeddedPostgres postgres;
    private static int schemas;

    @BeforeAll
    static void start() throws IOException {
        boolean isThere = System.getProperty("os.name").equals("Linux")
                && System.getProperty("os.arch").equals("amd64");
        assumeTrue(isThere, "there is a PostgreSQL for tests on Linux x86-64 only");
        Rounds.onFirstJdkOnly();
        postgres = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stop() throws IOException {
        if (postgres != null) {
            postgres.close();
        }
    }

    @Override
    void place(Path folder) throws IOException {
        Files.writeString(
                folder.resolve("plimsoll.yml"), """
                workspace: {database: results, artifacts: files, schema: killed_%d}
                databases:
                  results: {host: localhost, port: %d, database: postgres, user: postgres, password: "${RESULTS}"}
                """.formatted(++schemas, postgres == null ? 0 : postgres.getPort()));
    }
}
