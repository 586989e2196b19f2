package io.plimsoll.server.runs;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.plimsoll.server.fault.Discretion;
import io.plimsoll.step.Outcome;
import io.plimsoll.step.OutcomeCode;
import io.plimsoll.step.RunKind;
import io.plimsoll.step.RunStatus;
import io.plimsoll.step.StepName;
import io.plimsoll.step.StepStatus;
import io.plimsoll.worker.RunRequest;
import io.plimsoll.workspace.RunRecord;
import io.plimsoll.workspace.Ticket;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run.
 *
 * @param reason one sentence on how it ended; empty while it runs
 * @param steps only where one run is asked for
 * @param report what {@code train --json} or {@code score --json} prints; only where one run is asked for that has ended
 * @param queue how it stands with its workers; only where one run is asked for that was queued
 */
record RunResource(
        String run,
        RunKind kind,
        String indication,
        String modelType,
        String model,
        String experiment,
        RunStatus status,
        @Nullable Outcome outcome,
        @Nullable OutcomeCode code,
        String reason,
        String actor,
        Instant started,
        @Nullable Instant finished,
        @Nullable List<Step> steps,
        @JsonRawValue @Nullable String report,
        @Nullable Queue queue) {
    /** @param millis wall time; 0 until it ends */
    record Step(StepName name, StepStatus status, long millis, String summary) {}

    /**
     * How a queued run stands with its workers.
     *
     * @param attempt how often it was begun
     * @param attempts how often it may be
     * @param worker who has it, or had it last
     */
    record Queue(
            int attempt,
            int attempts,
            @Nullable String worker,
            @Nullable String endpoint,
            @Nullable Integer endpointVersion,
            @Nullable String idempotencyKey) {
        static Queue of(Ticket ticket) {
            RunRequest request = RunRequest.read(ticket.submission().request());
            return new Queue(
                    ticket.attempt(),
                    ticket.submission().attempts(),
                    ticket.worker(),
                    request.endpoint(),
                    request.version(),
                    ticket.submission().key());
        }
    }

    static RunResource summary(RunRecord run, Discretion discretion) {
        return of(run, discretion, null, null, null);
    }

    static RunResource whole(RunRecord run, Discretion discretion, @Nullable Ticket ticket) {
        String report = run.report();
        List<Step> steps = run.steps().stream()
                .map(step -> new Step(step.name(), step.status(), step.millis(), discretion.of(step.summary())))
                .toList();
        return of(
                run,
                discretion,
                steps,
                report == null ? null : discretion.of(report),
                ticket == null ? null : Queue.of(ticket));
    }

    private static RunResource of(
            RunRecord run,
            Discretion discretion,
            @Nullable List<Step> steps,
            @Nullable String report,
            @Nullable Queue queue) {
        return new RunResource(
                run.id(),
                run.kind(),
                run.indication(),
                run.modelType(),
                run.model(),
                run.experiment(),
                run.status(),
                run.outcome(),
                run.code(),
                discretion.of(run.reason()),
                run.actor(),
                run.started(),
                run.finished(),
                steps,
                report,
                queue);
    }
}
