package io.plimsoll.pipeline;

import io.plimsoll.evaluate.Judgement;
import io.plimsoll.evaluate.Measured;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.Fault;
import io.plimsoll.interval.Interval;
import io.plimsoll.pipeline.RunReport.DatasetReference;
import io.plimsoll.pipeline.RunReport.MetricValue;
import io.plimsoll.register.Registration;
import io.plimsoll.step.Outcome;
import io.plimsoll.step.OutcomeCode;
import io.plimsoll.step.RunStatus;
import io.plimsoll.step.StepOutput;
import io.plimsoll.workspace.DatasetVersion;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Makes the report of a run from what its last step gave, or from what went wrong. */
final class Reports {
    private final TrainingPlan plan;
    private final String runId;
    private final double seconds;
    private final List<Fault> warnings;

    Reports(TrainingPlan plan, String runId, double seconds, List<Fault> warnings) {
        this.plan = plan;
        this.runId = runId;
        this.seconds = seconds;
        this.warnings = List.copyOf(warnings);
    }

    RunReport succeeded(StepOutput output) {
        return output instanceof Registration registration ? concluded(registration) : stopped(output);
    }

    RunReport failed(List<Fault> faults) {
        boolean cancelled = faults.get(0).code() == ErrorCode.CANCELLED;
        return new RunReport(
                runId,
                plan.config().indication(),
                plan.modelType(),
                cancelled ? RunStatus.CANCELLED : RunStatus.FAILED,
                null,
                null,
                plan.modelName(),
                null,
                new TreeMap<>(),
                null,
                null,
                null,
                null,
                null,
                plan.config().sha256(),
                null,
                faults.get(0).line(),
                faults,
                warnings,
                seconds);
    }

    private RunReport concluded(Registration registration) {
        Judgement judgement = registration.judgement();
        return new RunReport(
                runId,
                plan.config().indication(),
                plan.modelType(),
                RunStatus.SUCCEEDED,
                registration.outcome(),
                registration.code(),
                plan.modelName(),
                registration.version() == null ? null : registration.version().version(),
                metrics(registration),
                registration.evaluation().judged().orElse(null),
                judgement.verdictReport(),
                judgement.decision().kind().name(),
                judgement.decision().decidedBy().name(),
                reference(registration.evaluation().dataset()),
                plan.config().sha256(),
                registration.evaluation().files().sha256(),
                registration.reason(),
                List.of(),
                warnings,
                seconds);
    }

    private RunReport stopped(StepOutput output) {
        return new RunReport(
                runId,
                plan.config().indication(),
                plan.modelType(),
                RunStatus.SUCCEEDED,
                Outcome.NOT_REGISTERED,
                OutcomeCode.STOPPED_AT_STEP,
                plan.modelName(),
                null,
                new TreeMap<>(),
                null,
                null,
                null,
                null,
                null,
                plan.config().sha256(),
                null,
                "stopped after " + plan.until().label() + ": " + output.summary(),
                List.of(),
                warnings,
                seconds);
    }

    private static SortedMap<String, MetricValue> metrics(Registration registration) {
        SortedMap<String, MetricValue> values = new TreeMap<>();
        registration.evaluation().metrics().values().stream()
                .filter(measured -> measured.reading().isDefined())
                .forEach(measured -> values.put(measured.reading().metric().label(), value(measured)));
        return values;
    }

    private static MetricValue value(Measured measured) {
        Interval interval = measured.interval();
        return interval == null
                ? new MetricValue(measured.reading().value(), null, null)
                : new MetricValue(measured.reading().value(), interval.low(), interval.high());
    }

    private static DatasetReference reference(DatasetVersion dataset) {
        return new DatasetReference(dataset.name(), dataset.version(), dataset.sha256(), dataset.rows());
    }
}
