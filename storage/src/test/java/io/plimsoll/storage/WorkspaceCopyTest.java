package io.plimsoll.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.plimsoll.access.NewToken;
import io.plimsoll.access.Role;
import io.plimsoll.contracts.Samples;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.storage.metadata.PostgresPlace;
import io.plimsoll.storage.metadata.RowSums;
import io.plimsoll.storage.postgresql.OnServer;
import io.plimsoll.storage.postgresql.Proxy;
import io.plimsoll.storage.postgresql.Proxy.Cut;
import io.plimsoll.storage.postgresql.Server;
import io.plimsoll.upkeep.Doctor;
import io.plimsoll.workspace.RunRecord;
import io.plimsoll.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A workspace that goes from a folder to PostgreSQL and back is the same, or is not there. */
class WorkspaceCopyTest {
    @RegisterExtension
    static final OnServer SERVER = new OnServer();

    private static final Clock CLOCK = Clock.systemUTC();

    @TempDir
    private Path directory;

    private Path original;
    private Path files;
    private PostgresPlace place;
    private String secret = "";

    @BeforeEach
    void fill() {
        original = directory.resolve("original");
        files = directory.resolve("files");
        place = SERVER.newPlace();
        try (LocalWorkspace workspace = LocalWorkspace.open(original, CLOCK)) {
            StoringMain.store(workspace, "run-1");
            workspace.datasets().register(Samples.dataset("lung", "run-1", "a"), "run-1", List.of());
            workspace.artifacts().putEvidence("run-1", "card.html", new byte[] {1});
            workspace.datasets().erase("lung", 1, "ada", "consent was withdrawn");
            workspace.models().retire("lung", "ada", "the target changed");
            secret = workspace
                    .access()
                    .tokens()
                    .create(new NewToken("ci", "robot", Role.SUBMITTER, null), "ada")
                    .secret();
        }
    }

    @Test
    void goesThereAndBackWithEveryRowAndEveryFile() throws IOException {
        Path back = directory.resolve("back");
        try (LocalWorkspace workspace = LocalWorkspace.open(original, CLOCK)) {
            assertThat(workspace.copyTo(place, files).files())
                    .isEqualTo(list(original).size());
        }
        try (LocalWorkspace workspace = there()) {
            assertSound(workspace);
            assertThat(workspace.copyTo(back).files()).isEqualTo(list(original).size() + 1);
        }

        assertThat(RowSums.of(back.resolve("plimsoll.db")))
                .isEqualTo(RowSums.of(original.resolve("plimsoll.db")))
                .containsKeys("runs", "events", "erasures", "version_tags");
        for (Path copy : List.of(files, back)) {
            assertThat(list(copy)).isEqualTo(list(original));
            for (String file : list(original)) {
                assertThat(copy.resolve(file)).hasSameBinaryContentAs(original.resolve(file));
            }
        }
        try (LocalWorkspace workspace = LocalWorkspace.open(back, CLOCK)) {
            assertSound(workspace);
            assertThat(workspace.access().tokens().present(secret)).isPresent();
            StoringMain.store(workspace, "run-2");
            assertThat(workspace.models().versions("lung")).hasSize(2);
        }
        assertNothingIsLeftBeside();
    }

    @Test
    void aBackupIsMadeOfItAndBroughtBackEitherWay() throws IOException {
        Path backup = directory.resolve("backup");
        try (LocalWorkspace workspace = LocalWorkspace.open(original, CLOCK)) {
            workspace.copyTo(place, files);
        }
        try (LocalWorkspace workspace = there()) {
            workspace.backUp(backup);
        }
        Path folder = directory.resolve("restored");
        LocalWorkspace.restore(backup, folder);
        PostgresPlace another = SERVER.newPlace();
        LocalWorkspace.restore(backup, another, directory.resolve("files-2"));

        assertThat(RowSums.of(folder.resolve("plimsoll.db"))).isEqualTo(RowSums.of(original.resolve("plimsoll.db")));
        try (LocalWorkspace workspace = LocalWorkspace.open(folder, CLOCK)) {
            assertSound(workspace);
        }
        try (LocalWorkspace workspace = LocalWorkspace.open(
                another, directory.resolve("files-2"), CLOCK, directory.resolve("files-2/checkpoints"))) {
            assertSound(workspace);
        }
        assertNothingIsLeftBeside();
    }

    @Test
    void nothingIsOverwritten() throws IOException {
        try (LocalWorkspace workspace = there()) {
            workspace.runs().begin(Samples.run("run-9"));
        }
        Path free = directory.resolve("free");
        try (LocalWorkspace workspace = LocalWorkspace.open(original, CLOCK)) {
            assertRefused(
                    ErrorCode.ALREADY_EXISTS, "there is a workspace in schema", () -> workspace.copyTo(place, free));
            assertRefused(ErrorCode.ALREADY_EXISTS, "something is there", () -> workspace.copyTo(original));
            assertRefused(
                    ErrorCode.ALREADY_EXISTS,
                    "something is there",
                    () -> workspace.copyTo(SERVER.newPlace(), original));
        }
        assertThat(free).doesNotExist();
        try (LocalWorkspace workspace = there()) {
            assertThat(workspace.runs().latest(5)).hasSize(1);
        }
    }

    @Test
    void aLogThatWasTamperedWithIsNotCopied() throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + original.resolve("plimsoll.db"));
                Statement statement = connection.createStatement()) {
            statement.execute("update events set body = replace(body, 'ada', 'bob')");
        }
        try (LocalWorkspace workspace = LocalWorkspace.open(original, CLOCK)) {
            assertRefused(ErrorCode.STORAGE, "does not verify", () -> workspace.copyTo(place, files));
            assertRefused(ErrorCode.STORAGE, "does not verify", () -> workspace.copyTo(files));
        }
        assertNothingCame();
    }

    @Test
    void whatTheServerRefusesLeavesNothing() throws IOException {
        prepare();
        String schema = place.schema();
        SERVER.server()
                .run(
                        "create function " + schema + ".no() returns trigger language plpgsql"
                                + " as $$ begin raise exception 'not this %', new; end $$",
                        "create trigger no before insert on " + schema + ".version_tags for each row execute function "
                                + schema + ".no()");
        try (LocalWorkspace workspace = LocalWorkspace.open(original, CLOCK)) {
            assertRefused(ErrorCode.STORAGE, "SQLSTATE P0001", () -> workspace.copyTo(place, files));
            assertNothingCame();

            SERVER.server().run("drop trigger no on " + schema + ".version_tags");
            workspace.copyTo(place, files);
        }
        try (LocalWorkspace workspace = there()) {
            assertSound(workspace);
        }
    }

    @Test
    void aLineThatIsCutInTheCommitIsMended() throws IOException {
        try (Proxy proxy = new Proxy(SERVER.server().port());
                LocalWorkspace workspace = LocalWorkspace.open(original, CLOCK)) {
            PostgresPlace by = Server.place(proxy.port(), place.schema());
            prepare();
            proxy.cut(Cut.AFTER_COMMIT);
            workspace.copyTo(by, files);
            assertThat(proxy.hasCut()).isTrue();
        }
        try (LocalWorkspace workspace = there()) {
            assertSound(workspace);
        }
    }

    /** Makes the tables and writes nothing, so that the next commit is that of the rows. */
    private void prepare() {
        try (LocalWorkspace workspace = there()) {
            assertRefused(
                    ErrorCode.UNKNOWN_RUN,
                    "no such run",
                    () -> workspace.datasets().register(Samples.dataset("lung", "run-1", "a"), "run-1", List.of()));
        }
    }

    private LocalWorkspace there() {
        return LocalWorkspace.open(place, files, CLOCK, files.resolve("checkpoints"));
    }

    private void assertNothingCame() throws IOException {
        assertThat(files).doesNotExist();
        assertNothingIsLeftBeside();
        try (LocalWorkspace workspace = there()) {
            assertThat(workspace.runs().latest(5)).isEmpty();
            assertThat(workspace.models().models()).isEmpty();
        }
    }

    private void assertNothingIsLeftBeside() throws IOException {
        try (var entries = Files.list(directory)) {
            assertThat(entries.map(path -> path.getFileName().toString())).noneMatch(name -> name.startsWith("."));
        }
    }

    private static void assertSound(Workspace workspace) {
        assertThat(new Doctor(workspace, CLOCK).defects()).isEmpty();
        assertThat(workspace.runs().find("run-1").map(RunRecord::report)).contains("{\"seconds\":60}");
        assertThat(workspace.models().versions("lung")).hasSize(1);
        assertThat(workspace.datasets().erasure("lung", 1)).isPresent();
        assertThat(workspace.artifacts().evidence("run-1", "card.html")).contains(new byte[] {1});
        assertThat(workspace.events().checkpoints()).isNotEmpty();
        assertThat(workspace.access().tokens().list()).hasSize(1);
    }

    private static void assertRefused(ErrorCode code, String words, ThrowingCallable call) {
        assertThatExceptionOfType(PlimsollException.class).isThrownBy(call).satisfies(refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.getMessage()).contains(words);
            assertThat(refusal.faults().get(0).help()).isNotEmpty();
        });
    }

    /** Every file but those of the database, as paths in the folder. */
    private static List<String> list(Path folder) throws IOException {
        try (var tree = Files.walk(folder)) {
            return tree.filter(Files::isRegularFile)
                    .map(path -> folder.relativize(path).toString())
                    .filter(path -> !path.startsWith("plimsoll.") && !path.endsWith("lock"))
                    .sorted()
                    .toList();
        }
    }
}
