package io.plimsoll.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.plimsoll.contracts.Samples;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.step.RunStatus;
import io.plimsoll.step.StepName;
import io.plimsoll.step.StepStatus;
import io.plimsoll.storage.backup.WorkspaceBackup.Copied;
import io.plimsoll.upkeep.Doctor;
import io.plimsoll.upkeep.Garbage;
import io.plimsoll.upkeep.Repair;
import io.plimsoll.workspace.StepRecord;
import io.plimsoll.workspace.StoredContent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceBackupTest {
    private static final Clock CLOCK = Clock.systemUTC();

    @TempDir
    private Path dir;

    private Path workspace() {
        return dir.resolve("workspace");
    }

    @Test
    void whatIsBroughtBackIsWhatWasThere() throws Exception {
        registering(3);
        Path backup = dir.resolve("backup");
        Copied made;
        try (LocalWorkspace workspace = LocalWorkspace.open(workspace(), CLOCK)) {
            made = workspace.backUp(backup);
        }

        Copied restored = LocalWorkspace.restore(backup, dir.resolve("again"));

        assertThat(restored).isEqualTo(made);
        try (LocalWorkspace again = LocalWorkspace.open(dir.resolve("again"), CLOCK)) {
            assertThat(again.models().versions("lung")).hasSize(3);
            assertThat(again.events().head().sequence()).isEqualTo(3);
            assertThat(new Doctor(again, CLOCK).defects()).isEmpty();
        }
    }

    /** Whatever a copy refers to is in the copy, at whatever moment it was taken. */
    @Test
    void isTakenWhileOthersRegister() throws Exception {
        try (ChildProcess child = ChildProcess.start(StoringMain.class, workspace(), "busy", 1_000_000)) {
            List<Path> backups = new ArrayList<>();
            child.awaitLine();
            for (int i = 0; i < 5; i++) {
                try (LocalWorkspace workspace = LocalWorkspace.open(workspace(), CLOCK)) {
                    backups.add(dir.resolve("backup-" + i));
                    workspace.backUp(backups.get(i));
                }
            }
            for (Path backup : backups) {
                Path again = dir.resolve(backup.getFileName() + "-again");
                LocalWorkspace.restore(backup, again);
                requireSound(again);
            }
        }
    }

    @Test
    void nothingIsMadeOfABackupThatIsNotWhole() throws Exception {
        registering(1);
        Path backup = dir.resolve("backup");
        try (LocalWorkspace workspace = LocalWorkspace.open(workspace(), CLOCK)) {
            workspace.backUp(backup);
        }
        Path graph = find(backup, "model.onnx");
        byte[] bytes = Files.readAllBytes(graph);
        bytes[7] ^= 1;
        Files.write(graph, bytes);
        Files.delete(find(backup, "model.ubj"));

        assertThatExceptionOfType(PlimsollException.class)
                .isThrownBy(() -> LocalWorkspace.restore(backup, dir.resolve("again")))
                .satisfies(refusal -> {
                    assertThat(refusal.code()).isEqualTo(ErrorCode.BACKUP_DAMAGED);
                    assertThat(refusal.faults()).hasSize(2);
                });
        assertThat(dir.resolve("again")).doesNotExist();
        assertRefused(
                ErrorCode.BACKUP_DAMAGED, () -> LocalWorkspace.restore(dir.resolve("nowhere"), dir.resolve("again")));
    }

    @Test
    void nothingIsOverwritten() throws Exception {
        registering(1);
        Path taken = Files.createDirectory(dir.resolve("taken"));
        Files.writeString(taken.resolve("note"), "mine");

        try (LocalWorkspace workspace = LocalWorkspace.open(workspace(), CLOCK)) {
            assertRefused(ErrorCode.ALREADY_EXISTS, () -> workspace.backUp(taken));
            assertRefused(ErrorCode.ALREADY_EXISTS, () -> workspace.backUp(taken.resolve("note")));
            workspace.backUp(dir.resolve("backup"));
        }
        assertRefused(ErrorCode.ALREADY_EXISTS, () -> LocalWorkspace.restore(dir.resolve("backup"), workspace()));
        assertThat(taken.resolve("note")).hasContent("mine");
    }

    @Test
    void onlyWhatNothingRefersToAndIsOldIsRemoved() throws Exception {
        registering(2);
        try (LocalWorkspace workspace = LocalWorkspace.open(workspace(), CLOCK)) {
            workspace.artifacts().putModel(Samples.model("refused"));
            workspace.artifacts().putModel(Samples.model("refused long ago"));
            String old = Samples.model("refused long ago").sha256();
            age();
            workspace.artifacts().putModel(Samples.model("refused"));
            Garbage garbage = new Garbage(workspace, CLOCK);

            assertThat(garbage.find()).extracting(StoredContent::id).containsExactly(old);
            assertThat(garbage.collect()).extracting(StoredContent::id).containsExactly(old);
            assertThat(garbage.find()).isEmpty();
            assertThat(new Doctor(workspace, CLOCK).defects()).isEmpty();
            assertThat(workspace
                            .artifacts()
                            .model(Samples.model("refused").sha256())
                            .files())
                    .isNotEmpty();
        }
    }

    private void registering(int models) throws Exception {
        try (ChildProcess child = ChildProcess.start(StoringMain.class, workspace(), "run", models)) {
            assertThat(child.await()).isZero();
        }
        try (LocalWorkspace workspace = LocalWorkspace.open(workspace(), CLOCK)) {
            workspace.artifacts().putEvidence("run-0", "07-evaluate/metrics.json", new byte[] {1});
            workspace.runs().begin(Samples.runOf("lung", "open"));
            workspace.runs().step("open", new StepRecord(StepName.READ, StepStatus.SUCCEEDED, 1, ""));
            workspace.runs().end(Samples.ended(Samples.runOf("lung", "open"), RunStatus.FAILED));
        }
    }

    /** Makes everything that is stored two days old. */
    private void age() throws IOException {
        FileTime then = FileTime.from(CLOCK.instant().minus(Duration.ofDays(2)));
        try (Stream<Path> tree = Files.walk(workspace())) {
            for (Path path : tree.filter(Files::isDirectory).toList()) {
                Files.setLastModifiedTime(path, then);
            }
        }
    }

    private static void requireSound(Path folder) {
        try (LocalWorkspace workspace = LocalWorkspace.open(folder, CLOCK)) {
            new Repair(workspace, CLOCK).repair();
            assertThat(workspace.models().versions("lung")).isNotEmpty();
            assertThat(new Doctor(workspace, CLOCK).defects()).isEmpty();
        }
    }

    private static Path find(Path root, String name) throws IOException {
        try (Stream<Path> tree = Files.walk(root)) {
            return tree.filter(path -> path.endsWith(name)).findFirst().orElseThrow();
        }
    }

    private static void assertRefused(ErrorCode code, ThrowingCallable call) {
        assertThatExceptionOfType(PlimsollException.class)
                .isThrownBy(call)
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
