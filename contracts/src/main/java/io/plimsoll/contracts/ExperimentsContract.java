package io.plimsoll.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.step.RunKind;
import io.plimsoll.step.RunStatus;
import io.plimsoll.workspace.RunRecord;
import io.plimsoll.workspace.RunRecords;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How every {@link RunRecords} groups runs. */
public abstract class ExperimentsContract extends WorkspaceContract {
    @Test
    final void groupsRunsByTheirExperiment() {
        runs().begin(ofExperiment("run-1", "a", 0));
        runs().begin(ofExperiment("run-2", "b", 1));
        runs().begin(ofExperiment("run-3", "a", 2));
        runs().end(Samples.ended(Samples.run("run-1"), RunStatus.FAILED));

        assertThat(runs().ofExperiment("a", 10).stream().map(RunRecord::id)).containsExactly("run-3", "run-1");
        assertThat(runs().ofExperiment("a", 1).stream().map(RunRecord::id)).containsExactly("run-3");
        assertThat(runs().ofExperiment("c", 10)).isEmpty();
        assertThat(runs().experiments())
                .containsExactly(
                        new RunRecords.Experiment("a", 2, 1, Samples.NOW.plusMillis(2)),
                        new RunRecords.Experiment("b", 1, 1, Samples.NOW.plusMillis(1)));
    }

    @Test
    final void givesAllRunsInPagesWhateverStartsMeanwhile() {
        for (int i = 0; i < 7; i++) {
            // two start in each millisecond
            runs().begin(ofExperiment("run-" + i, "a", i / 2));
        }
        List<String> seen = new ArrayList<>();
        RunRecords.Wanted wanted = RunRecords.Wanted.ALL;
        for (List<RunRecord> page = runs().page(wanted, 3); !page.isEmpty(); page = runs().page(wanted, 3)) {
            page.forEach(run -> seen.add(run.id()));
            wanted = wanted.after(page.get(page.size() - 1));
            runs().begin(ofExperiment("later-" + seen.size(), "a", 100 + seen.size()));
        }

        assertThat(seen).containsExactly("run-6", "run-5", "run-4", "run-3", "run-2", "run-1", "run-0");
    }

    @Test
    final void givesThoseRunsThatAreWanted() {
        runs().begin(ofExperiment("run-1", "a", 0));
        runs().begin(ofExperiment("run-2", "b", 1));
        runs().begin(ofExperiment("run-3", "a", 2));
        runs().end(Samples.ended(Samples.run("run-1"), RunStatus.FAILED));
        String model = Samples.run("run-1").model();

        assertThat(ids(null, null, null, "a")).containsExactly("run-3", "run-1");
        assertThat(ids(null, RunStatus.FAILED, model, null)).containsExactly("run-1");
        assertThat(ids(RunKind.TRAINING, RunStatus.RUNNING, model, "b")).containsExactly("run-2");
        assertThat(ids(RunKind.SCORING, null, null, null)).isEmpty();
        assertThat(ids(null, null, "another", null)).isEmpty();
    }

    private List<String> ids(
            @Nullable RunKind kind, @Nullable RunStatus status, @Nullable String model, @Nullable String experiment) {
        RunRecords.Wanted wanted = new RunRecords.Wanted(kind, status, model, experiment, null);
        return runs().page(wanted, 10).stream().map(RunRecord::id).toList();
    }

    private static RunRecord ofExperiment(String id, String experiment, int millis) {
        RunRecord run = Samples.runOf(RunKind.TRAINING, Samples.run(id).model(), id, Samples.NOW.plusMillis(millis));
        return new RunRecord(
                run.id(),
                run.kind(),
                run.indication(),
                run.modelType(),
                run.model(),
                experiment,
                run.status(),
                null,
                null,
                run.reason(),
                run.started(),
                null,
                run.config(),
                null,
                List.of(),
                run.actor());
    }

    private RunRecords runs() {
        return workspace().runs();
    }
}
