package io.plimsoll.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.contracts.RegistrationRace;
import io.plimsoll.contracts.Rounds;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessRaceTest {
    @TempDir
    private Path folder;

    @Test
    void everyVersionReplacesTheChampionItWasJudgedAgainst() throws Exception {
        int each = Rounds.of(100, 1_000);

        race(2, each, List.of(folder));

        assertOneLine(folder, 2 * each);
    }

    @Test
    void aNewWorkspaceMayBeOpenedBySeveralAtOnce() throws Exception {
        List<Path> folders = new ArrayList<>();
        for (int i = 0; i < Rounds.of(5, 100); i++) {
            folders.add(folder.resolve("workspace-" + i));
        }

        race(3, 2, folders);

        for (Path each : folders) {
            assertOneLine(each, 6);
        }
    }

    private static void race(int processes, int candidates, List<Path> folders) throws Exception {
        List<Object> arguments = new ArrayList<>(folders);
        List<ChildProcess> children = new ArrayList<>();
        try {
            for (int i = 0; i < processes; i++) {
                List<Object> all = new ArrayList<>(List.of("racer-" + i, candidates));
                all.addAll(arguments);
                children.add(ChildProcess.start(RegisteringMain.class, all.toArray()));
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
    }

    private static void assertOneLine(Path folder, int versions) {
        try (LocalWorkspace workspace = LocalWorkspace.open(folder, Clock.systemUTC())) {
            new RegistrationRace(workspace.models(), "lung").requireOneLineOf(versions);
        }
    }
}
