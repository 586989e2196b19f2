package io.plimsoll.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.plimsoll.contracts.Samples;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.workspace.DatasetVersion;
import io.plimsoll.workspace.ModelRegistry.Registration;
import io.plimsoll.workspace.ModelVersion;
import io.plimsoll.workspace.RunRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.OptionalInt;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalWorkspaceTest {
    @TempDir
    private Path folder;

    @Test
    void readingWhereNothingIsMakesNothing() {
        Path absent = folder.resolve("a/b");
        try (LocalWorkspace workspace = open(absent)) {
            assertThat(workspace.runs().latest(5)).isEmpty();
            assertThat(workspace.runs().find("run-1")).isEmpty();
            assertThat(workspace.models().models()).isEmpty();
            assertThat(workspace.datasets().versions("lung")).isEmpty();
            assertThat(workspace.artifacts().evidence("run-1", "card.html")).isEmpty();
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void remembersEverythingWhenOpenedAgain() {
        RunRecord run = Samples.run("run-1");
        DatasetVersion dataset;
        ModelVersion version;
        try (LocalWorkspace workspace = open(folder)) {
            workspace.runs().begin(run);
            dataset = workspace.datasets().register(Samples.dataset("lung", "run-1", "a"), "run-1", List.of());
            workspace.artifacts().putModel(Samples.model("a"));
            workspace.artifacts().putEvidence("run-1", "card.html", new byte[] {1});
            Registration registration = workspace
                    .models()
                    .register(Samples.candidate("lung", "run-1", "a"), OptionalInt.empty(), Samples.admission());
            version = ((Registration.Registered) registration).version();
            workspace.runs().end(Samples.registered(run));
        }
        try (LocalWorkspace workspace = open(folder)) {
            assertThat(workspace.runs().find("run-1").map(RunRecord::report))
                    .isEqualTo(workspace.runs().latest(1).stream()
                            .map(RunRecord::report)
                            .findFirst())
                    .contains("{\"seconds\":60}");
            assertThat(workspace.datasets().ofRun("run-1")).contains(dataset);
            assertThat(workspace.models().alias("lung", ModelVersion.CHAMPION)).contains(version);
            assertThat(workspace.artifacts().model(Samples.model("a").sha256()).files())
                    .containsExactlyEntriesOf(Samples.model("a").files());
            assertThat(workspace.artifacts().evidence("run-1", "card.html")).contains(new byte[] {1});
        }
    }

    @Test
    void leavesNothingOpenOrHalfDoneBehind() throws IOException {
        writeTo(folder);

        try (var entries = Files.list(folder)) {
            assertThat(entries.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("plimsoll.db", "plimsoll.lock", "staging");
        }
        assertThat(folder.resolve("staging")).isEmptyDirectory();
    }

    @Test
    void isAllInItsFolderSoThatItMayBeMoved() throws IOException {
        Path original = folder.resolve("original");
        writeTo(original);
        try (LocalWorkspace workspace = open(original)) {
            workspace.artifacts().putModel(Samples.model("a"));
        }
        Path copy = Files.move(original, folder.resolve("copy"));

        try (LocalWorkspace workspace = open(copy)) {
            assertThat(workspace.runs().find("run-1")).isPresent();
            assertThat(workspace.artifacts().model(Samples.model("a").sha256()).files())
                    .isNotEmpty();
        }
    }

    @Test
    void worksInAFolderOfAnyName() {
        Path odd = folder.resolve("a?mode=memory #1 %41 ü'国");

        writeTo(odd);

        assertThat(odd.resolve("plimsoll.db")).isRegularFile();
        try (LocalWorkspace workspace = open(odd)) {
            assertThat(workspace.runs().find("run-1")).isPresent();
        }
    }

    @Test
    void startsTheMigrationOnlyWhenThereIsSomethingToMigrate() throws IOException {
        writeTo(folder);
        Path lock = folder.resolve("plimsoll.lock");
        Files.delete(lock);

        try (LocalWorkspace workspace = open(folder)) {
            workspace.runs().begin(Samples.run("run-2"));
        }

        assertThat(lock).doesNotExist();
    }

    @Test
    void takesAnEmptyFileForADatabaseThatWasNeverMade() throws IOException {
        Files.createFile(folder.resolve("plimsoll.db"));

        writeTo(folder);

        try (LocalWorkspace workspace = open(folder)) {
            assertThat(workspace.runs().find("run-1")).isPresent();
        }
    }

    @Test
    void refusesAFileInPlaceOfTheFolder() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");
        try (LocalWorkspace workspace = open(file)) {
            assertRefused(ErrorCode.STORAGE, file, () -> workspace.models().models());
            assertRefused(ErrorCode.STORAGE, file, () -> workspace.runs().begin(Samples.run("run-1")));
            assertRefused(ErrorCode.STORAGE, file, () -> workspace.artifacts().putModel(Samples.model("a")));
            assertRefused(ErrorCode.STORAGE, file, () -> workspace.artifacts().putEvidence("r", "a", new byte[0]));
            assertRefused(ErrorCode.STORAGE, file, () -> workspace.artifacts().scratch());
        }
        try (LocalWorkspace workspace = open(file.resolve("deeper"))) {
            assertRefused(ErrorCode.STORAGE, file, () -> workspace.models().models());
        }
        assertThat(file).hasContent("x");
    }

    @Test
    void refusesAFileThatIsNoDatabase() throws IOException {
        Path file = Files.writeString(folder.resolve("plimsoll.db"), "Dear diary,\n".repeat(100));
        assertIncompatible(file);
    }

    @Test
    void refusesTheDatabaseOfSomethingElse() throws Exception {
        Path file = folder.resolve("plimsoll.db");
        execute(file, "create table notes (text)");
        assertIncompatible(file);
    }

    @Test
    void refusesTheDatabaseOfANewerVersion() throws Exception {
        writeTo(folder);
        Path file = folder.resolve("plimsoll.db");
        execute(
                file,
                "insert into flyway_schema_history (installed_rank, version, description, type, script,"
                        + " installed_by, execution_time, success) values (999, '999', '', 'SQL', 'V999__later.sql', '', 0, 1)");
        assertIncompatible(file);
    }

    private static void assertIncompatible(Path file) throws IOException {
        byte[] before = Files.readAllBytes(file);
        try (LocalWorkspace workspace = open(file.resolveSibling(""))) {
            assertRefused(
                    ErrorCode.WORKSPACE_INCOMPATIBLE,
                    file,
                    () -> workspace.models().models());
            assertRefused(
                    ErrorCode.WORKSPACE_INCOMPATIBLE,
                    file,
                    () -> workspace.runs().begin(Samples.run("run-9")));
        }
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    private static void assertRefused(ErrorCode code, Path place, ThrowingCallable call) {
        assertThatExceptionOfType(PlimsollException.class).isThrownBy(call).satisfies(refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.faults().get(0).where()).startsWith(place.toString());
            assertThat(refusal.faults().get(0).help()).isNotEmpty();
        });
    }

    private static void execute(Path file, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void writeTo(Path folder) {
        try (LocalWorkspace workspace = open(folder)) {
            workspace.runs().begin(Samples.run("run-1"));
        }
    }

    private static LocalWorkspace open(Path folder) {
        return LocalWorkspace.open(folder, Clock.systemUTC());
    }
}
