package io.plimsoll.storage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.plimsoll.audit.Chain;
import io.plimsoll.contracts.Rounds;
import io.plimsoll.storage.metadata.Contention;
import io.plimsoll.workspace.AliasMove;
import io.plimsoll.workspace.ModelVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes of eight threads, each with a candidate of its own, at one champion after another. */
class ContentionTest {
    private static final List<String> PROCESSES = List.of("one", "other");
    private static final int THREADS = 8;
    private static final int ROUNDS = Rounds.of(25, 1_000);
    private static final double PERCENTILE = 0.99;
    private static final long MOST_NANOS = 50_000_000;

    @TempDir
    private Path folder;

    @Test
    void theBestCandidateIsChampionAndEveryPredecessorIsTrue() throws Exception {
        contend();

        try (LocalWorkspace workspace = LocalWorkspace.open(folder, Clock.systemUTC())) {
            for (int round = 0; round < ROUNDS; round++) {
                requireTrueLine(workspace, round);
            }
            assertThat(Chain.verify(workspace.events())).isEmpty();
        }
        long held = percentile();
        System.out.println("transactions at the 99th percentile: " + held / 1_000 + " µs");
        assertThat(Rounds.of(0, 1) * held)
                .as("nanoseconds, measured in the long form")
                .isLessThan(MOST_NANOS);
    }

    private void contend() throws Exception {
        List<ChildProcess> children = new ArrayList<>();
        try {
            for (String name : PROCESSES) {
                children.add(ChildProcess.start(Contention.MAIN, folder, name, ROUNDS, THREADS));
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

    private long percentile() throws IOException {
        List<Long> all = new ArrayList<>();
        for (String name : PROCESSES) {
            JsonNode held =
                    new JsonMapper().readTree(folder.resolve(name + ".json").toFile());
            held.forEach(nanos -> all.add(nanos.asLong()));
        }
        List<Long> sorted = all.stream().sorted().toList();
        return sorted.get((int) Math.ceil(PERCENTILE * sorted.size()) - 1);
    }
}
