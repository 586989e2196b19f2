package io.plimsoll.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.step.RunKind;
import io.plimsoll.step.RunStatus;
import io.plimsoll.workspace.RunRecord;
import io.plimsoll.workspace.RunRecords;
import java.util.List;
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
