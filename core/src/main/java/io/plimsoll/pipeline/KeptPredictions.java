package io.plimsoll.pipeline;

import io.plimsoll.actuals.Joining;
import io.plimsoll.canonical.Sha256;
import io.plimsoll.engine.Engine;
import io.plimsoll.engine.EngineLimits;
import io.plimsoll.engine.Snapshots;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.score.DeliverStep;
import io.plimsoll.workspace.RunRecord;
import io.plimsoll.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The predictions that scoring runs keep, one run at a time. */
final class KeptPredictions {
    private final Engine engine;
    private final Workspace workspace;
    private final EngineLimits limits;
    private String latest = "";
    private long without;

    KeptPredictions(Engine engine, Workspace workspace, EngineLimits limits) {
        this.engine = engine;
        this.workspace = workspace;
        this.limits = limits;
    }

    /** @param runs that succeeded, the latest first */
    void addTo(Joining joining, List<RunRecord> runs) {
        Path scratch = workspace.artifacts().scratch();
        for (RunRecord run : runs) {
            Path file = scratch.resolve(run.id() + ".parquet");
            if (workspace.artifacts().copyEvidence(run.id(), DeliverStep.PREDICTIONS, file)) {
                add(joining, run, file);
            } else {
                without++;
            }
        }
    }

    /** The latest run of which a prediction counted; empty if none did. */
    Optional<String> latest() {
        return latest.isEmpty() ? Optional.empty() : Optional.of(latest);
    }

    /** Runs whose predictions are gone. */
    long without() {
        return without;
    }

    private void add(Joining joining, RunRecord run, Path file) {
        requireWhole(run, file);
        ScoringReport report =
                ScoringReport.read(Objects.requireNonNull(run.report(), "a run that ended has a report"));
        YearMonth month = YearMonth.from(run.started().atOffset(ZoneOffset.UTC));
        try (Snapshots snapshots =
                engine.snapshots(List.of(file), workspace.artifacts().scratch(), limits)) {
            long counted =
                    joining.add(report.version(), month, snapshots.tables().get(0));
            latest = latest.isEmpty() && counted > 0 ? run.id() : latest;
        }
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs from before there was a hash have none. */
    private void requireWhole(RunRecord run, Path file) {
        Optional<String> kept = workspace
                .artifacts()
                .evidence(run.id(), DeliverStep.PREDICTIONS_HASH)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
        try {
            if (kept.isPresent() && !kept.get().equals(Sha256.of(file))) {
                throw PlimsollException.of(
                        ErrorCode.ARTIFACT_DAMAGED,
                        "what the run predicted is not what was kept of it: " + DeliverStep.PREDICTIONS,
                        "run " + run.id(),
                        "bring the file back from a backup, or delete it to go without this run");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
