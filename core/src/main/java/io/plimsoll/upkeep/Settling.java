package io.plimsoll.upkeep;

import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.step.Outcome;
import io.plimsoll.step.OutcomeCode;
import io.plimsoll.step.RunKind;
import io.plimsoll.step.RunStatus;
import io.plimsoll.step.StepName;
import io.plimsoll.step.StepStatus;
import io.plimsoll.workspace.ModelVersion;
import io.plimsoll.workspace.RunRecord;
import io.plimsoll.workspace.SharedWorkspace;
import io.plimsoll.workspace.StepRecord;
import io.plimsoll.workspace.VersionState;
import io.plimsoll.workspace.Workspace;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Ends the runs whose process ended without a word. Whether one had registered its model by then is read, never guessed. */
public final class Settling {
    private final Workspace workspace;
    private final InstantSource clock;

    public Settling(Workspace workspace, InstantSource clock) {
        this.workspace = workspace;
        this.clock = clock;
    }

    /**
     * Queued runs are given back to the queue instead, for their next attempt.
     *
     * @return the runs as they ended
     */
    public List<RunRecord> settle() {
        if (workspace instanceof SharedWorkspace shared) {
            shared.queue().expire();
        }
        return workspace.runs().abandoned().stream()
                .flatMap(run -> settle(run).stream())
                .toList();
    }

    /** Ends a run that goes on, if it has registered a version without saying so. */
    public Optional<RunRecord> settleIfRegistered(RunRecord run) {
        return workspace.models().madeBy(run.id()).isEmpty() ? Optional.empty() : settle(run);
    }

    private Optional<RunRecord> settle(RunRecord run) {
        try {
            return Optional.of(end(run));
        } catch (PlimsollException e) {
            if (e.code() == ErrorCode.ALREADY_EXISTS) {
                // another process has just done so
                return Optional.empty();
            }
            throw e;
        }
    }

    private RunRecord end(RunRecord run) {
        Optional<ModelVersion> made =
                workspace.models().madeBy(run.id()).stream().findFirst();
        made.ifPresent(version -> workspace
                .runs()
                .step(
                        run.id(),
                        new StepRecord(
                                StepName.REGISTER,
                                StepStatus.SUCCEEDED,
                                0,
                                "registered " + version.reference() + "; found afterwards")));
        RunRecord ended = made.map(version -> registered(run, version)).orElseGet(() -> failed(run));
        workspace.runs().end(ended);
        return ended;
    }

    private RunRecord registered(RunRecord run, ModelVersion version) {
        String reason = "registered as " + version.reference() + "; its process ended before it could say so";
        OutcomeCode code = version.state() == VersionState.PENDING
                ? OutcomeCode.AWAITS_APPROVAL
                : version.version() == 1 ? OutcomeCode.FIRST_VERSION : OutcomeCode.GUARDRAIL_MET;
        return ended(run, RunStatus.SUCCEEDED, code, reason);
    }

    private RunRecord failed(RunRecord run) {
        String nothing = run.kind() == RunKind.TRAINING ? "; nothing was registered" : "";
        return ended(run, RunStatus.FAILED, null, "its process ended without a word" + nothing);
    }

    private RunRecord ended(RunRecord run, RunStatus status, @Nullable OutcomeCode code, String reason) {
        return new RunRecord(
                run.id(),
                run.kind(),
                run.indication(),
                run.modelType(),
                run.model(),
                run.experiment(),
                status,
                code == null ? null : Outcome.REGISTERED,
                code,
                reason,
                run.started(),
                clock.instant(),
                run.config(),
                null,
                run.steps(),
                run.actor());
    }
}
