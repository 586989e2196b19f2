package io.plimsoll.workspace;

import io.plimsoll.step.Outcome;
import io.plimsoll.step.OutcomeCode;
import io.plimsoll.step.RunKind;
import io.plimsoll.step.RunStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a run.
 *
 * @param model the registered model's name: {@code lung-enrollment}
 * @param reason one sentence on how it ended; empty while it runs
 * @param finished when it ended; absent if and only if it has not
 * @param config the whole config in canonical JSON
 * @param report the report that {@code train --json} or {@code score --json} prints, in canonical JSON; absent while it runs
 * @param actor who submitted it; empty for runs from before that was kept
 */
public record RunRecord(
        String id,
        RunKind kind,
        String indication,
        String modelType,
        String model,
        String experiment,
        RunStatus status,
        @Nullable Outcome outcome,
        @Nullable OutcomeCode code,
        String reason,
        Instant started,
        @Nullable Instant finished,
        String config,
        @Nullable String report,
        List<StepRecord> steps,
        String actor) {
    public RunRecord {
        if (status.isFinal() != (finished != null)) {
            throw new IllegalArgumentException("a run has a time of ending if and only if it has ended");
        }
        steps = List.copyOf(steps);
    }
}
