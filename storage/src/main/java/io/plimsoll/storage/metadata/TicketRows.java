package io.plimsoll.storage.metadata;

import io.plimsoll.canonical.Sha256;
import io.plimsoll.endpoint.Concurrency;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.step.RunStatus;
import io.plimsoll.step.StepStatus;
import io.plimsoll.workspace.Claim;
import io.plimsoll.workspace.RunRecord;
import io.plimsoll.workspace.Submission;
import io.plimsoll.workspace.Ticket;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The terms and claims of queued runs, as rows. */
final class TicketRows {
    private static final String WAITING = "('" + RunStatus.QUEUED + "', '" + RunStatus.INTERRUPTED + "')";

    /**
     * Among those that may begin now: the highest priority, then the experiment with the fewest runs going on, then the longest wait. One run
     * of a model goes on at a time. Those that go on are few and looked up once, however many wait.
     */
    private static final String NEXT = "with going as materialized (select g.model, g.experiment from runs g"
            + " join run_tickets gt on gt.run_id = g.id where g.finished_at is null and g.status = 'RUNNING')"
            + " select r.id from runs r join run_tickets t on t.run_id = r.id"
            + " where r.finished_at is null and r.status in " + WAITING + " and t.not_before <= ?"
            + " and not exists (select 1 from going where going.model = r.model)"
            + " order by t.priority desc, (select count(*) from going where going.experiment = r.experiment),"
            + " t.queued_at, r.id limit 1";

    private static final String OVERDUE = "select r.id from runs r join run_tickets t on t.run_id = r.id"
            + " where r.finished_at is null and r.status = 'RUNNING' and t.lease_until <= ?";

    private TicketRows() {}

    static void insert(Transaction transaction, RunRecord run, Submission submission) throws SQLException {
        long now = transaction.now();
        transaction.update(
                "insert into run_tickets (run_id, request, request_sha256, priority, concurrency, attempts_allowed,"
                        + " idempotency_key, queued_at, not_before) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                run.id(),
                submission.request(),
                content(run, submission),
                submission.priority(),
                submission.concurrency().name(),
                submission.attempts(),
                submission.key(),
                now,
                now);
    }

    /** The same submission has the same hash, whoever sends it and whenever. */
    private static String content(RunRecord run, Submission submission) {
        return Sha256.of(run.model() + "\n" + run.experiment() + "\n" + run.config() + "\n" + submission.request());
    }

    /**
     * The run that a submission's key has brought before.
     *
     * @throws PlimsollException with {@code KEY_REUSED} if it brought another request
     */
    static Optional<String> underKey(Transaction transaction, RunRecord run, Submission submission)
            throws SQLException {
        if (submission.key() == null) {
            return Optional.empty();
        }
        Optional<String> id = transaction.first(
                row -> row.getString(1), "select run_id from run_tickets where idempotency_key = ?", submission.key());
        if (id.isPresent()
                && !transaction.exists(
                        "select 1 from run_tickets where run_id = ? and request_sha256 = ?",
                        id.get(),
                        content(run, submission))) {
            throw PlimsollException.of(
                    ErrorCode.KEY_REUSED,
                    "this idempotency key has brought another submission",
                    "run " + id.get(),
                    "give each submission a key of its own, and repeat one only to send the very same again");
        }
        return id;
    }

    /** The runs of a model that wait or go on, the oldest first. */
    static List<String> openOf(Transaction transaction, String model) throws SQLException {
        return transaction.list(
                row -> row.getString(1),
                "select r.id from runs r join run_tickets t on t.run_id = r.id"
                        + " where r.model = ? and r.finished_at is null order by t.queued_at, r.id",
                model);
    }

    static int open(Transaction transaction) throws SQLException {
        return transaction
                .first(
                        row -> row.getInt(1),
                        "select count(*) from runs r join run_tickets t on t.run_id = r.id where r.finished_at is null")
                .orElse(0);
    }

    static Optional<String> next(Transaction transaction) throws SQLException {
        return transaction.first(row -> row.getString(1), NEXT, transaction.now());
    }

    /**
     * Gives a waiting run to a worker. What an earlier attempt said of its steps is forgotten, unless it has registered a version.
     *
     * @return false if it was cancelled meanwhile
     */
    static boolean take(Transaction transaction, Claim claim, String worker, Duration lease) throws SQLException {
        String id = claim.runId();
        if (!RunRows.lock(transaction, id)) {
            return false;
        }
        transaction.update("update runs set status = ? where id = ?", RunStatus.RUNNING.name(), id);
        int attempt = transaction
                .first(
                        row -> row.getInt(1),
                        "update run_tickets set fence = ?, worker = ?, lease_until = ?, attempt = attempt + 1"
                                + " where run_id = ? returning attempt",
                        claim.fence(),
                        worker,
                        transaction.now() + lease.toMillis(),
                        id)
                .orElseThrow(() -> new SQLException("the ticket that was just read is gone"));
        if (attempt > 1 && !hasRegistered(transaction, id)) {
            transaction.update(
                    "update run_steps set status = ?, millis = 0, summary = '' where run_id = ?",
                    StepStatus.PENDING.name(),
                    id);
        }
        EventStreamRows.claimed(transaction, id, worker, attempt);
        return true;
    }

    static boolean lease(Transaction transaction, Claim claim, Duration lease) throws SQLException {
        return transaction.update(
                        "update run_tickets set lease_until = ? where run_id = ? and fence = ?",
                        transaction.now() + lease.toMillis(),
                        claim.runId(),
                        claim.fence())
                == 1;
    }

    static List<String> overdue(Transaction transaction) throws SQLException {
        return transaction.list(row -> row.getString(1), OVERDUE + " order by t.lease_until", transaction.now());
    }

    static boolean isOverdue(Transaction transaction, String runId) throws SQLException {
        return transaction.exists(OVERDUE + " and r.id = ?", transaction.now(), runId);
    }

    /** Lets a run wait for its next attempt, or fail where it has none left. */
    static void giveBack(Transaction transaction, String runId, String reason, Duration pause) throws SQLException {
        Ticket ticket = find(transaction, runId).orElseThrow();
        boolean again = ticket.attempt() < ticket.submission().attempts() || hasRegistered(transaction, runId);
        transaction.update(
                "update run_tickets set lease_until = null, not_before = ? where run_id = ?",
                transaction.now() + pause.toMillis(),
                runId);
        if (again) {
            RunRows.await(transaction, runId, RunStatus.INTERRUPTED, reason);
        } else {
            String all = ticket.attempt() == 1 ? "" : ", as in every one of its " + ticket.attempt() + " attempts";
            RunRows.end(transaction, runId, RunStatus.FAILED, reason + all + "; nothing was registered");
        }
    }

    static void handBack(Transaction transaction, Claim claim) throws SQLException {
        transaction.update(
                "update run_tickets set lease_until = null, attempt = attempt - 1 where run_id = ?", claim.runId());
        RunRows.await(transaction, claim.runId(), RunStatus.INTERRUPTED, "its worker was stopped");
    }

    static boolean hasRegistered(Transaction transaction, String runId) throws SQLException {
        return transaction.exists("select 1 from model_versions where run_id = ?", runId);
    }

    static Optional<Ticket> find(Transaction transaction, String runId) throws SQLException {
        return transaction.first(TicketRows::read, "select * from run_tickets where run_id = ?", runId);
    }

    private static Ticket read(ResultSet row) throws SQLException {
        long lease = row.getLong("lease_until");
        Instant leaseUntil = row.wasNull() ? null : Instant.ofEpochMilli(lease);
        Submission submission = new Submission(
                row.getString("request"),
                row.getInt("priority"),
                row.getInt("attempts_allowed"),
                Concurrency.valueOf(row.getString("concurrency")),
                row.getString("idempotency_key"));
        return new Ticket(
                row.getString("run_id"),
                submission,
                row.getInt("attempt"),
                Instant.ofEpochMilli(row.getLong("not_before")),
                row.getString("worker"),
                leaseUntil);
    }
}
