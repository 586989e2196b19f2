package io.plimsoll.pipeline;

import io.plimsoll.fault.Fault;
import io.plimsoll.step.RunKind;
import io.plimsoll.step.RunStatus;
import io.plimsoll.step.StepOutput;
import io.plimsoll.step.StepStatus;
import io.plimsoll.workspace.RunRecord;
import io.plimsoll.workspace.StepRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A run under its id, from its start to its report. */
final class RunningRun implements Undertaking<StepOutput, RunReport> {
    private final TrainingPlan plan;
    private final String id;
    private final InstantSource clock;
    private final Instant start;

    RunningRun(TrainingPlan plan, String id, InstantSource clock) {
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
        List<StepRecord> steps = RunKind.TRAINING.steps().stream()
                .map(step -> new StepRecord(step, StepStatus.PENDING, 0, ""))
                .toList();
        return record(RunStatus.RUNNING, null, steps);
    }

    @Override
    public RunRecord ended(RunReport report) {
        return record(report.status(), report, List.of());
    }

    @Override
    public RunReport succeeded(StepOutput output, List<Fault> warnings) {
        return new Reports(plan, id, seconds(), warnings).succeeded(output);
    }

    @Override
    public RunReport failed(List<Fault> faults, List<Fault> warnings) {
        return new Reports(plan, id, seconds(), warnings).failed(faults);
    }

    @Override
    public Map<String, Double> metrics(RunReport report) {
        Map<String, Double> values = new TreeMap<>();
        report.metrics().forEach((name, metric) -> values.put(name, metric.value()));
        return values;
    }

    @Override
    public String afterCancelling() {
        return "train again; nothing was registered";
    }

    private double seconds() {
        return Duration.between(start, clock.instant()).toMillis() / 1000.0;
    }

    private RunRecord record(RunStatus status, @Nullable RunReport report, List<StepRecord> steps) {
        return new RunRecord(
                id,
                RunKind.TRAINING,
                plan.config().indication(),
                plan.modelType(),
                plan.modelName(),
                plan.experiment(),
                status,
                report == null ? null : report.outcome(),
                report == null ? null : report.code(),
                report == null ? "" : report.reason(),
                start,
                report == null ? null : clock.instant(),
                plan.config().canonicalJson(),
                report == null ? null : report.json(),
                steps,
                plan.admission().actor());
    }
}
