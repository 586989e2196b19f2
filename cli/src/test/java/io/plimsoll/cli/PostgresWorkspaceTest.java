package io.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.cli.sample.SampleProject;
import io.plimsoll.contracts.Rounds;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample project, its workspace first in a folder, then in PostgreSQL, then in a folder again. */
class PostgresWorkspaceTest {
    @TempDir
    Path project;

    @BeforeEach
    void writeProject() {
        boolean isThere = System.getProperty("os.name").equals("Linux")
                && System.getProperty("os.arch").equals("amd64");
        assumeTrue(isThere, "there is a PostgreSQL for tests on Linux x86-64 only");
        Rounds.onFirstJdkOnly();
        SampleProject.writeTo(project);
    }

    @Test
    void aWorkspaceMovesAndEveryCommandWorksThere() throws IOException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            configure(".plimsoll", postgres.getPort());
            type("train", "lung").exits(0);
            JsonNode models = type("--json", "models", "list").exits(0).json();

            String told = type("workspace", "copy", "--database", "results", "--artifacts", "files")
                    .exits(0)
                    .out();
            assertThat(told)
                    .contains("databases.results, schema plimsoll")
                    .endsWith("say in plimsoll.yml: workspace: {database: results, artifacts: files}\n")
                    .doesNotContain("secret");
            configure("{database: results, artifacts: files}", postgres.getPort());

            assertThat(type("--json", "models", "list").exits(0).json()).isEqualTo(models);
            assertThat(again("train", "lung").exits(0).out()).contains("lung-activation@1");
            for (String command : new String[] {"doctor", "gc", "audit verify", "audit list", "backup saved"}) {
                type(command.split(" ")).exits(0);
            }
            type("models", "retire", "lung-activation", "--reason", "moved").exits(0);
            type("-w", "restored", "restore", "saved").exits(0);
            type("-w", "restored", "doctor").exits(0);

            assertThat(type("workspace", "copy", "back").exits(0).out()).endsWith("workspace: back\n");
            configure("back", 1);
            type("doctor").exits(0);
            assertThat(type("audit", "list").exits(0).out()).contains("moved");
            configure("{database: results, artifacts: files}", 1);
            assertThat(type("models", "list").exits(1).err())
                    .contains("error[STORAGE]: the workspace's database 'results' does not answer at localhost:1,"
                            + " databases.results, schema plimsoll");
        }
    }

    @Test
    void theServerIsKilledAndStartedAgainInTheMiddleOfTraining() throws Exception {
        Path data = project.resolve("postgres");
        EmbeddedPostgres first = on(data).start();
        configure("{database: results, artifacts: files}", first.getPort());
        CompletableFuture<Terminal.Answer> training = CompletableFuture.supplyAsync(() -> type("train", "lung"));
        while (stepsThatRan(first) == 0) {
            Thread.onSpinWait();
        }
        first.getProcess().destroyForcibly().waitFor();
        first.close();

        try (EmbeddedPostgres second = on(data).setPort(first.getPort()).start()) {
            assertThat(training.get(5, TimeUnit.MINUTES).exits(0).out()).contains("lung-activation@1");
            type("doctor").exits(0);
            assertThat(stepsThatRan(second)).isEqualTo(8);
        }
    }

    /** Workers on two machines: one sleeps past its lease while the other takes its run over. */
    @Test
    void workersShareItAndOnlyOneOfThemWrites() throws IOException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            configure("{database: results, artifacts: files}", postgres.getPort());
            type("publish", "lung", "ACTIVATION", "--back-off", "0s").exits(0);
            String id = type("--json", "submit", "lung-activation")
                    .exits(0)
                    .json()
                    .get("run")
                    .asText();
            sleepAndWake(id);
            type("doctor").exits(0);
        }
    }

    private void sleepAndWake(String id) {
        try (StartedWorker sleeper = worker()) {
            ProcessHandle attempt = sleeper.attempt();
            StartedWorker.await(() -> type("runs", "show", id).out().contains("SUCCEEDED"));
            sleeper.signal("STOP");
            StartedWorker.signal(attempt, "STOP");
            toTheEndElsewhere();
            JsonNode ended = type("--json", "runs", "show", id).exits(0).json();
            assertThat(ended.get("status").asText()).isEqualTo("SUCCEEDED");
            assertThat(ended.at("/queue/attempt").asInt()).isEqualTo(2);
            StartedWorker.signal(attempt, "CONT");
            sleeper.signal("CONT");
            sleeper.toItsEnd();
            assertThat(type("--json", "runs", "show", id).exits(0).json()).isEqualTo(ended);
        }
    }

    private void toTheEndElsewhere() {
        try (StartedWorker other = worker()) {
            other.toItsEnd();
        }
    }

    private StartedWorker worker() {
        return StartedWorker.in(project, Map.of("RESULTS", "secret"));
    }

    private static EmbeddedPostgres.Builder on(Path data) {
        return EmbeddedPostgres.builder().setDataDirectory(data).setCleanDataDirectory(false);
    }

    /** None before there are tables. */
    private static int stepsThatRan(EmbeddedPostgres postgres) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            ResultSet table = statement.executeQuery("select to_regclass('plimsoll.run_steps')");
            table.next();
            if (table.getString(1) == null) {
                return 0;
            }
            ResultSet steps =
                    statement.executeQuery("select count(*) from plimsoll.run_steps where status = 'SUCCEEDED'");
            steps.next();
            return steps.getInt(1);
        }
    }

    @Test
    void whatIsAskedForWronglyIsSaid() throws IOException {
        configure(".plimsoll", 1);

        assertThat(type("workspace", "copy").exits(2).err()).contains("no target is named");
        assertThat(type("workspace", "copy", "there", "--database", "results")
                        .exits(2)
                        .err())
                .contains("both are named");
        assertThat(type("workspace", "copy", "--database", "results").exits(2).err())
                .contains("files do not go into a database");
        assertThat(type("workspace", "copy", "--database", "result", "--artifacts", "files")
                        .exits(2)
                        .err())
                .contains("'result' is not a database of plimsoll.yml (did you mean 'results'?)");
        assertThat(type("workspace", "copy", "--database", "results", "--artifacts", "files", "--schema", "a b")
                        .exits(2)
                        .err())
                .contains("--schema is not a valid name");
        assertThat(type("workspace", "copy", "--database", "results", "--artifacts", "files")
                        .exits(1)
                        .err())
                .contains("does not answer at localhost:1");
        assertThat(project.resolve("files")).doesNotExist();
        assertThat(type("workspace", "copy", ".").exits(2).err()).contains("something is there already");
    }

    private void configure(String workspace, int port) throws IOException {
        Files.writeString(project.resolve("plimsoll.yml"), """
                workspace: %s
                databases:
                  results: {host: localhost, port: %d, database: postgres, user: postgres, password: "${RESULTS}"}
                """.formatted(workspace, port));
    }

    private Terminal.Answer type(String... arguments) {
        return new Terminal(project, Map.of("RESULTS", "secret")).type(arguments);
    }

    private Terminal.Answer again(String... arguments) {
        return Terminal.later(project, Map.of("RESULTS", "secret")).type(arguments);
    }
}
