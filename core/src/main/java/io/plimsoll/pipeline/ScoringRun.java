package io.plimsoll.pipeline;

import io.plimsoll.data.SourceFile;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.Fault;
import io.plimsoll.score.Delivered;
import io.plimsoll.score.Scores;
import io.plimsoll.step.RunKind;
import io.plimsoll.step.RunStatus;
import io.plimsoll.step.StepStatus;
import io.plimsoll.workspace.RunRecord;
import io.plimsoll.workspace.StepRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A scoring run under its id, from its start to its report. */
final class ScoringRun implements Undertaking<Delivered, ScoringReport> {
    private static final String EXPERIMENT = "scoring";

    private final ScoringPlan plan;
    private final String id;
    private final InstantSource clock;
    private final Instant start;

    ScoringRun(ScoringPlan plan, String id, InstantSource clock) {
        this.plan = plan;
        this.id = id;
        this.clock = clock;
        this.start = clock.instant();
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public RunRecord record() {
        List<StepRecord> steps = RunKind.SCORING.steps().stream()
                .map(step -> new StepRecord(step, StepStatus.PENDING, 0, ""))
                .toList();
        return record(RunStatus.RUNNING, null, steps);
    }

    @Override
    public RunRecord ended(ScoringReport report) {
        return record(report.status(), report, List.of());
    }

    @Override
    public ScoringReport succeeded(Delivered delivered, List<Fault> warnings) {
        Scores scores = delivered.scores();
        List<SourceFile> sources = scores.ready().rows().sources().facts().stream()
                .flatMap(facts -> facts.files().stream())
                .toList();
        return new ScoringReport(
                id,
                plan.config().indication(),
                plan.modelType(),
                RunStatus.SUCCEEDED,
                plan.version().model(),
                plan.version().version(),
                plan.version().sha256(),
                sources,
                scores.rows(),
                scores.leftOut(),
                scores.inputs(),
                scores.drift(),
                delivered.files(),
                scores.summary() + " by " + plan.version().reference(),
                List.of(),
                warnings,
                seconds());
    }

    @Override
    public ScoringReport failed(List<Fault> faults, List<Fault> warnings) {
        boolean cancelled = faults.get(0).code() == ErrorCode.CANCELLED;
        return new ScoringReport(
                id,
                plan.config().indication(),
                plan.modelType(),
                cancelled ? RunStatus.CANCELLED : RunStatus.FAILED,
                plan.version().model(),
                plan.version().version(),
                plan.version().sha256(),
                List.of(),
                null,
                null,
                List.of(),
                null,
                List.of(),
                faults.get(0).line(),
                faults,
                warnings,
                seconds());
    }

    @Override
    public Map<String, Double> metrics(ScoringReport report) {
        return Map.of();
    }

    @Override
    public String afterCancelling() {
        return "score again; nothing was delivered";
    }

    private double seconds() {
        return Duration.between(start, clock.instant()).toMillis() / 1000.0;
    }

    private RunRecord record(RunStatus status, @Nullable ScoringReport report, List<StepRecord> steps) {
        return new RunRecord(
                id,
                RunKind.SCORING,
                plan.config().indication(),
                plan.modelType(),
                plan.version().model(),
                EXPERIMENT,
                status,
                null,
                null,
                report == null ? "" : report.reason(),
                start,
                report == null ? null : clock.instant(),
                plan.config().canonicalJson(),
                report == null ? null : report.json(),
                steps,
                plan.actor());
    }
}
