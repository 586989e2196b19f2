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
import io.plimsoll.workspace.DatasetCatalog;
import io.plimsoll.workspace.DatasetVersion;
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
 * @param config what was run; like the report only where one run, or the whole of each, is asked for
 * @param report what {@code train --json} or {@code score --json} prints, of a run that has ended
 * @param dataset that it used, if it came so far; only where one run is asked for, as are those that follow
 * @param sources the files that it read
 * @param queue how it stands with its workers, if it was queued
 */
public record RunResource(
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
        @JsonRawValue @Nullable String config,
        @JsonRawValue @Nullable String report,
        @Nullable Dataset dataset,
        @Nullable List<Source> sources,
        @Nullable Queue queue) {
    /** @param millis wall time; 0 until it ends */
    public record Step(StepName name, StepStatus status, long millis, String summary) {}

    /** The dataset version that a run used. */
    public record Dataset(String name, int version, String sha256, long rows) {
        private static Dataset of(DatasetVersion version) {
            return new Dataset(version.name(), version.version(), version.sha256(), version.rows());
        }
    }

    /** A file that a run read. */
    public record Source(String source, String file, long rows, long bytes, String sha256) {
        public static List<Source> of(String run, DatasetCatalog catalog, Discretion discretion) {
            return catalog.sourcesOf(run).stream()
                    .map(file -> new Source(
                            file.source(), discretion.of(file.file()), file.rows(), file.bytes(), file.sha256()))
                    .toList();
        }
    }

    /** What a run started from. */
    public record Origin(
            @Nullable Dataset dataset, @Nullable List<Source> sources) {
        private static final Origin UNTOLD = new Origin(null, null);

        public static Origin of(String run, DatasetCatalog catalog, Discretion discretion) {
            return new Origin(catalog.ofRun(run).map(Dataset::of).orElse(null), Source.of(run, catalog, discretion));
        }
    }

    /**
     * How a queued run stands with its workers.
     *
     * @param attempt how often it was begun
     * @param attempts how often it may be
     * @param worker who has it, or had it last
     * @param request what its worker is to know beside the config
     */
    public record Queue(
            int attempt,
            int attempts,
            int priority,
            String concurrency,
            @Nullable String worker,
            @Nullable String endpoint,
            @Nullable Integer endpointVersion,
            @Nullable String idempotencyKey,
            @JsonRawValue String request) {
        static Queue of(Ticket ticket) {
            RunRequest request = RunRequest.read(ticket.submission().request());
            return new Queue(
                    ticket.attempt(),
                    ticket.submission().attempts(),
                    ticket.submission().priority(),
                    ticket.submission().concurrency().label(),
                    ticket.worker(),
                    request.endpoint(),
                    request.version(),
                    ticket.submission().key(),
                    ticket.submission().request());
        }
    }

    public static RunResource summary(RunRecord run, Discretion discretion) {
        return of(run, discretion, Details.UNTOLD);
    }

    /** With all that was kept of it in one place. */
    static RunResource whole(RunRecord run, Discretion discretion) {
        return of(run, discretion, Details.of(run, discretion, Origin.UNTOLD, null));
    }

    /** With what is known of it elsewhere, too. */
    static RunResource whole(RunRecord run, Discretion discretion, Origin origin, @Nullable Ticket ticket) {
        return of(run, discretion, Details.of(run, discretion, origin, ticket == null ? null : Queue.of(ticket)));
    }

    /** What is not told of every run in a list. */
    private record Details(
            @Nullable List<Step> steps,
            @Nullable String config,
            @Nullable String report,
            Origin origin,
            @Nullable Queue queue) {
        private static final Details UNTOLD = new Details(null, null, null, Origin.UNTOLD, null);

        private static Details of(RunRecord run, Discretion discretion, Origin origin, @Nullable Queue queue) {
            String report = run.report();
            List<Step> steps = run.steps().stream()
                    .map(step -> new Step(step.name(), step.status(), step.millis(), discretion.of(step.summary())))
                    .toList();
            return new Details(
                    steps, discretion.of(run.config()), report == null ? null : discretion.of(report), origin, queue);
        }
    }

    private static RunResource of(RunRecord run, Discretion discretion, Details details) {
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
                details.steps(),
                details.config(),
                details.report(),
                details.origin().dataset(),
                details.origin().sources(),
                details.queue());
    }
}
