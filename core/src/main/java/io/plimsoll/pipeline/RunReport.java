package io.plimsoll.pipeline;

import io.plimsoll.canonical.CanonicalJson;
import io.plimsoll.canonical.Sha256;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.Fault;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.guard.Decision;
import io.plimsoll.guard.VerdictReport;
import io.plimsoll.step.Outcome;
import io.plimsoll.step.OutcomeCode;
import io.plimsoll.step.RunStatus;
import io.plimsoll.workspace.RunRecord;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a training run came to, as {@code train --json} prints it and {@code runs show} finds it again.
 *
 * @param version of the registered model, or the version that the model is the same as
 * @param metrics by name; metrics without a value on this holdout are left out
 * @param judged how the figures came about, where it is not the registered model itself that was judged
 * @param reason one sentence on the outcome
 * @param errors why the run failed; empty otherwise
 * @param warnings what is worth knowing and ended nothing
 * @param seconds wall time
 */
public record RunReport(
        String run,
        String indication,
        String modelType,
        RunStatus status,
        @Nullable Outcome outcome,
        @Nullable OutcomeCode code,
        String model,
        @Nullable Integer version,
        SortedMap<String, MetricValue> metrics,
        @Nullable String judged,
        @Nullable VerdictReport verdict,
        @Nullable String decision,
        @Nullable String decidedBy,
        @Nullable DatasetReference dataset,
        String configSha256,
        @Nullable String modelSha256,
        String reason,
        List<Fault> errors,
        List<Fault> warnings,
        double seconds) {
    public RunReport {
        errors = List.copyOf(errors);
        warnings = List.copyOf(warnings);
    }

    /**
     * A metric on the rows that judge.
     *
     * @param low lower end of its 95 % interval over groups; absent where it has none
     * @param high upper end
     */
    public record MetricValue(
            double value, @Nullable Double low, @Nullable Double high) {}

    /** The dataset version that the run used. */
    public record DatasetReference(String name, int version, String sha256, long rows) {}

    /**
     * The end of a run whose process could not say itself how it ended.
     *
     * @param run as it is known
     */
    public static RunRecord broken(RunRecord run, List<Fault> faults, Instant ended) {
        RunReport report = new RunReport(
                run.id(),
                run.indication(),
                run.modelType(),
                RunStatus.FAILED,
                null,
                null,
                run.model(),
                null,
                new TreeMap<>(),
                null,
                null,
                null,
                null,
                null,
                Sha256.of(run.config()),
                null,
                faults.get(0).line(),
                faults,
                List.of(),
                Duration.between(run.started(), ended).toMillis() / 1000.0);
        return new RunRecord(
                run.id(),
                run.kind(),
                run.indication(),
                run.modelType(),
                run.model(),
                run.experiment(),
                RunStatus.FAILED,
                null,
                null,
                faults.get(0).line(),
                run.started(),
                ended,
                run.config(),
                report.json(),
                List.of(),
                run.actor());
    }

    /** The exit code of a command that ends with this run: see {@link OutcomeCode#isAsWished} and {@link io.plimsoll.fault.ErrorCode#exit}. */
    public int exit() {
        if (!errors.isEmpty()) {
            return errors.get(0).code().exit();
        }
        return code != null && code.isAsWished(mayRegister()) ? 0 : 3;
    }

    /** Whether the decision was to register, which a rehearsal does not do all the same. */
    public boolean mayRegister() {
        return Decision.Kind.REGISTER.name().equals(decision);
    }

    public String json() {
        return CanonicalJson.text(this);
    }

    /** Reads what {@link #json()} wrote. */
    public static RunReport read(String json) {
        try {
            return CanonicalJson.read(json, RunReport.class);
        } catch (IOException e) {
            Fault fault = new Fault(
                    ErrorCode.WORKSPACE_INCOMPATIBLE,
                    "a run's report is not one that this version of Plimsoll reads",
                    "",
                    "read it with the version that wrote it");
            throw new PlimsollException(fault, e);
        }
    }
}
