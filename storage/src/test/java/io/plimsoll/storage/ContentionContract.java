package io.plimsoll.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.audit.Chain;
import io.plimsoll.contracts.Rounds;
import io.plimsoll.storage.metadata.Contention;
import io.plimsoll.workspace.AliasMove;
import io.plimsoll.workspace.ModelVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes of eight threads, each with a candidate of its own, at one champion after another. */
abstract class ContentionContract {
    static final List<String> PROCESSES = List.of("one", "other");
    private static final int THREADS = 8;
    private static final int ROUNDS = Rounds.of(25, 1_000);

    @TempDir
    private Path folder;

    /** The workspace in which they contend. */
    abstract LocalWorkspace open(Path folder);

    /** What a process is told of where that lies, besides the folder. */
    abstract List<Object> whereabouts();

    @Test
    void theBestCandidateIsChampionAndEveryPredecessorIsTrue() throws Exception {
        contend();

        try (LocalWorkspace workspace = open(folder)) {
            for (int round = 0; round < ROUNDS; round++) {
                requireTrueLine(workspace, round);
            }
            assertThat(Chain.verify(workspace.events())).isEmpty();
        }
        lookAtTimes(folder);
    }

    /** Looks at what the processes wrote down about how long their transactions lasted, if they did. */
    void lookAtTimes(Path folder) throws IOException {}

    private void contend() throws Exception {
        List<ChildProcess> children = new ArrayList<>();
        try {
            for (String name : PROCESSES) {
                List<Object> arguments = new ArrayList<>(List.of(folder, name, ROUNDS, THREADS));
                arguments.addAll(whereabouts());
                children.add(ChildProcess.start(Contention.MAIN, arguments.toArray()));
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

    private static void requireTrueLine(LocalWorkspace workspace, int round) {
        String model = Contention.model(round);
        List<ModelVersion> versions = workspace.models().versions(model);
        List<AliasMove> reigns = workspace.models().aliasHistory(model, ModelVersion.CHAMPION);
        assertThat(reigns).hasSameSizeAs(versions);
        OptionalInt champion = OptionalInt.empty();
        for (int i = 0; i < reigns.size(); i++) {
            ModelVersion version = versions.get(versions.size() - 1 - i);
            assertThat(version.version()).isEqualTo(i + 1);
            assertThat(reigns.get(i).from()).isEqualTo(champion);
            assertThat(Contention.predecessor(version))
                    .isEqualTo(champion.isPresent() ? Integer.toString(champion.getAsInt()) : "none");
            champion = reigns.get(i).to();
        }
        double best = PROCESSES.stream()
                .flatMapToDouble(name -> Contention.scores(round, name, THREADS))
                .max()
                .orElseThrow();
        assertThat(Contention.score(versions.get(0))).isEqualTo(best);
        assertThat(versions.get(0).aliases()).containsExactly(ModelVersion.CHAMPION);
    }
}
