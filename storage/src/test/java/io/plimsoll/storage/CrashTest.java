package io.plimsoll.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.plimsoll.artifact.ModelFiles;
import io.plimsoll.canonical.Sha256;
import io.plimsoll.contracts.RegistrationRace;
import io.plimsoll.contracts.Rounds;
import io.plimsoll.workspace.ModelVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whenever a process that registers is killed, the version is there with all its files or not at all. */
class CrashTest {
    private static final Path STRACE = Path.of("/usr/bin/strace");
    private static final int LONGEST_LIFE = 150;
    private static final int KILLED = 128 + 9;

    @TempDir
    private Path folder;

    @Test
    void survivesKillsAtAnyMoment() throws Exception {
        Random moments = new Random(3);
        int acknowledged = 0;
        for (int kill = 0; kill < Rounds.of(10, 200); kill++) {
            try (ChildProcess child = ChildProcess.start(StoringMain.class, folder, "run-" + kill, 1_000_000)) {
                acknowledged += child.killAfterFirstLineAnd(moments.nextInt(LONGEST_LIFE))
                        .size();
            }
            int versions = assertWhole();
            // At most one version a kill was committed without having been told
            assertThat(versions).isBetween(acknowledged, acknowledged + kill + 1);
        }
        assertThat(acknowledged).isGreaterThan(Rounds.of(10, 200));
    }

    @Test
    void survivesAKillAtEverySyncAndRename() throws Exception {
        assumeTrue(Rounds.of(0, 1) == 1, "a long test: runs with -Dplimsoll.full=true");
        assumeTrue(Files.isExecutable(STRACE), "needs strace");
        boolean killed = true;
        for (int call = 1; killed; call++) {
            List<String> strace = List.of(
                    STRACE.toString(),
                    "-f",
                    "-qq",
                    "-e",
                    "trace=fsync,fdatasync,rename,pwrite64",
                    "-e",
                    "inject=fsync,fdatasync,rename,pwrite64:signal=KILL:when=" + call);
            try (ChildProcess child = ChildProcess.startUnder(strace, StoringMain.class, folder, "run-" + call, 1)) {
                int exit = child.await();
                assertThat(exit).as("killed, or ended well").isIn(KILLED, 0);
                killed = exit == KILLED;
            }
            assertWhole();
        }
        assertThat(assertWhole()).isPositive();
    }

    /** Checks every version and every visible folder, and returns how many versions there are. */
    private int assertWhole() throws IOException {
        try (LocalWorkspace workspace = LocalWorkspace.open(folder, Clock.systemUTC())) {
            List<ModelVersion> versions = workspace.models().versions("lung");
            new RegistrationRace(workspace.models(), "lung").requireOneLineOf(versions.size());
            for (ModelVersion version : versions) {
                assertWhole(workspace.artifacts().model(version.sha256()));
            }
            for (Path address : visibleModels()) {
                assertWhole(workspace.artifacts().model(address.getFileName().toString()));
            }
            return versions.size();
        }
    }

    private List<Path> visibleModels() throws IOException {
        Path models = folder.resolve("models");
        if (Files.notExists(models)) {
            return List.of();
        }
        try (Stream<Path> tree = Files.walk(models, 2)) {
            return tree.filter(path -> models.relativize(path).getNameCount() == 2)
                    .toList();
        }
    }

    private static void assertWhole(ModelFiles model) {
        String[] lines = new String(model.file("manifest.json"), StandardCharsets.UTF_8).split("\n", -1);
        assertThat(model.files()).hasSize(lines.length);
        for (String line : List.of(lines).subList(0, lines.length - 1)) {
            String[] sumAndPath = line.split(" ", -1);
            assertThat(Sha256.of(model.file(sumAndPath[1]))).isEqualTo(sumAndPath[0]);
        }
    }
}
