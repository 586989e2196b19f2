package io.plimsoll.storage.metadata;

import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.step.RunStatus;
import io.plimsoll.step.StepName;
import io.plimsoll.step.StepStatus;
import io.plimsoll.workspace.RunRecord;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What changes of a run inside one transaction, each change with its place in the run's stream. */
final class RunRows {
    private RunRows() {}

    /** @param lease of the process that begins it; null for a run that waits for a worker */
    static void insert(Transaction transaction, RunRecord run, @Nullable String lease) throws SQLException {
        int inserted = transaction.update(
                "insert into runs (id, kind, indication, model_type, model, experiment, status, reason, started_at, config,"
                        + " actor, lease) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing",
                run.id(),
                run.kind().name(),
                run.indication(),
                run.modelType(),
                run.model(),
                run.experiment(),
                run.status().name(),
                run.reason(),
                run.started().toEpochMilli(),
                run.config(),
                run.actor(),
                lease);
        if (inserted == 0) {
            throw PlimsollException.of(
                    ErrorCode.ALREADY_EXISTS,
                    "there is a run of this id already",
                    "run " + run.id(),
                    "Give the new run another id.");
        }
        int position = 0;
        for (StepName step : run.kind().steps()) {
            transaction.update(
                    "insert into run_steps (run_id, position, name, status, millis, summary) values (?, ?, ?, ?, 0, '')",
                    run.id(),
                    position++,
                    step.name(),
                    StepStatus.PENDING.name());
        }
    }

    /** Keeps a run from being changed by others until the end of the transaction; whether it has not ended. */
    static boolean lock(Transaction transaction, String runId) throws SQLException {
        return transaction.exists(
                "select 1 from runs where id = ? and finished_at is null" + transaction.forUpdate(), runId);
    }

    /** Lets a run wait, again or still. */
    static void await(Transaction transaction, String runId, RunStatus status, String reason) throws SQLException {
        transaction.update("update runs set status = ?, reason = ? where id = ?", status.name(), reason, runId);
        EventStreamRows.status(transaction, runId, status, reason);
    }

    /**
     * Ends a run that somebody has had enough of.
     *
     * @return false if it has ended, or has registered its model and is about to say so
     */
    static boolean cancel(Transaction transaction, String runId, String reason) throws SQLException {
        if (!lock(transaction, runId) || TicketRows.hasRegistered(transaction, runId)) {
            return false;
        }
        end(transaction, runId, RunStatus.CANCELLED, reason);
        return true;
    }

    /** Ends a run that cannot end itself. */
    static void end(Transaction transaction, String runId, RunStatus status, String reason) throws SQLException {
        transaction.update(
                "update runs set status = ?, reason = ?, finished_at = ? where id = ?",
                status.name(),
                reason,
                transaction.now(),
                runId);
        closeSteps(transaction, runId);
        EventStreamRows.status(transaction, runId, status, reason);
    }

    /** What was not finished will not be. */
    static void closeSteps(Transaction transaction, String runId) throws SQLException {
        transaction.update(
                "update run_steps set status = ? where run_id = ? and status in (?, ?)",
                StepStatus.NOT_RUN.name(),
                runId,
                StepStatus.PENDING.name(),
                StepStatus.RUNNING.name());
    }
}
