package io.plimsoll.storage.metadata;

import io.plimsoll.endpoint.Concurrency;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.step.RunStatus;
import io.plimsoll.workspace.Claim;
import io.plimsoll.workspace.RunQueue;
import io.plimsoll.workspace.RunRecord;
import io.plimsoll.workspace.Submission;
import io.plimsoll.workspace.Ticket;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The queue as rows. Whoever submits or claims changes the one row of {@code queue_head} first, so that they follow each other; whoever changes a
 * run locks its row.
 */
final class SqlRunQueue implements RunQueue {
    /** More than anybody waits for; a client that submits in a loop is stopped here. */
    static final int MOST_WAITING = 10_000;

    private final Database database;

    SqlRunQueue(Database database) {
        this.database = database;
    }

    @Override
    public Submitted submit(RunRecord run, Submission submission) {
        if (run.status() != RunStatus.QUEUED) {
            throw new IllegalArgumentException("a run that is submitted waits");
        }
        return database.write(
                transaction -> submit(transaction, run, submission),
                transaction -> transaction
                        .first(row -> row.getString(1), "select run_id from run_tickets where run_id = ?", run.id())
                        .map(id -> new Submitted(id, true, List.of())));
    }

    private static Submitted submit(Transaction transaction, RunRecord run, Submission submission) throws SQLException {
        transaction.update("update queue_head set claims = claims where id = 1");
        Optional<String> earlier = TicketRows.underKey(transaction, run, submission);
        if (earlier.isPresent()) {
            transaction.undo();
            return new Submitted(earlier.get(), false, List.of());
        }
        refuseIfFull(transaction);
        List<String> cancelled = makeWay(transaction, run, submission.concurrency());
        RunRows.insert(transaction, run, null);
        TicketRows.insert(transaction, run, submission);
        EventStreamRows.status(transaction, run.id(), RunStatus.QUEUED, "waits for a worker");
        return new Submitted(run.id(), true, cancelled);
    }

    private static void refuseIfFull(Transaction transaction) throws SQLException {
        int waiting = transaction
                .first(row -> row.getInt(1), "select count(*) from runs where status = ?", RunStatus.QUEUED.name())
                .orElse(0);
        if (waiting >= MOST_WAITING) {
            throw PlimsollException.of(
                    ErrorCode.QUEUE_FULL,
                    waiting + " runs wait already",
                    "",
                    "start more workers with `plimsoll worker`, or cancel runs with `plimsoll runs cancel`");
        }
    }

    /** @return the older runs that were cancelled */
    private static List<String> makeWay(Transaction transaction, RunRecord run, Concurrency concurrency)
            throws SQLException {
        if (concurrency == Concurrency.QUEUE) {
            return List.of();
        }
        List<String> open = TicketRows.openOf(transaction, run.model());
        if (concurrency == Concurrency.REFUSE && !open.isEmpty()) {
            throw PlimsollException.of(
                    ErrorCode.MODEL_BUSY,
                    "run " + open.get(0) + " of this model waits or goes on",
                    "model " + run.model(),
                    "wait for it with `plimsoll runs watch " + open.get(0)
                            + "`, or cancel it with `plimsoll runs cancel " + open.get(0) + "`");
        }
        List<String> cancelled = new ArrayList<>();
        for (String older : open) {
            if (RunRows.cancel(transaction, older, "a newer run of its model took its place")) {
                cancelled.add(older);
            }
        }
        return cancelled;
    }

    @Override
    public Optional<Claim> claim(String worker, Duration lease) {
        // looked at first, so that a worker with nothing to do keeps nobody from writing
        if (database.read(Optional.empty(), TicketRows::next).isEmpty()) {
            return Optional.empty();
        }
        return database.write(transaction -> claim(transaction, worker, lease), transaction -> Optional.empty());
    }

    private static Optional<Claim> claim(Transaction transaction, String worker, Duration lease) throws SQLException {
        long fence = transaction
                .first(row -> row.getLong(1), "update queue_head set claims = claims + 1 where id = 1 returning claims")
                .orElseThrow(() -> new SQLException("the queue has no head"));
        Optional<String> next = TicketRows.next(transaction);
        Optional<Claim> claim = next.map(run -> new Claim(run, fence));
        if (claim.isEmpty() || !TicketRows.take(transaction, claim.get(), worker, lease)) {
            transaction.undo();
            return Optional.empty();
        }
        return claim;
    }

    @Override
    public boolean renew(Claim claim, Duration lease) {
        return database.write(transaction -> {
            if (!RunRows.lock(transaction, claim.runId()) || !Fence.isHeld(transaction, claim)) {
                transaction.undo();
                return false;
            }
            return TicketRows.lease(transaction, claim, lease);
        });
    }

    @Override
    public boolean isHeld(Claim claim) {
        return database.read(false, transaction -> Fence.isHeld(transaction, claim));
    }

    @Override
    public boolean interrupt(Claim claim, String reason, Duration pause) {
        return database.write(transaction -> {
            if (!RunRows.lock(transaction, claim.runId()) || !Fence.isHeld(transaction, claim)) {
                transaction.undo();
                return false;
            }
            TicketRows.giveBack(transaction, claim.runId(), reason, pause);
            return true;
        });
    }

    @Override
    public List<String> expire() {
        List<String> overdue = overdue();
        if (overdue.isEmpty()) {
            return overdue;
        }
        return database.write(transaction -> {
            List<String> given = new ArrayList<>();
            for (String run : overdue) {
                if (RunRows.lock(transaction, run) && TicketRows.isOverdue(transaction, run)) {
                    TicketRows.giveBack(transaction, run, "its worker gave no sign of life", Duration.ZERO);
                    given.add(run);
                }
            }
            return given;
        });
    }

    @Override
    public List<String> overdue() {
        return database.read(List.of(), TicketRows::overdue);
    }

    @Override
    public boolean handBack(Claim claim) {
        return database.write(transaction -> {
            if (!RunRows.lock(transaction, claim.runId()) || !Fence.isHeld(transaction, claim)) {
                transaction.undo();
                return false;
            }
            TicketRows.handBack(transaction, claim);
            return true;
        });
    }

    @Override
    public boolean cancel(String runId, String reason) {
        return database.write(transaction -> {
            SqlRunRecords.require(transaction, runId);
            return RunRows.lock(transaction, runId) && RunRows.cancel(transaction, runId, reason);
        });
    }

    @Override
    public Optional<Instant> followed(String endpoint) {
        return database.read(
                Optional.empty(),
                transaction -> transaction.first(
                        row -> Instant.ofEpochMilli(row.getLong(1)),
                        "select followed_until from schedule_marks where endpoint = ?",
                        endpoint));
    }

    @Override
    public void followed(String endpoint, Instant until) {
        database.write(transaction -> transaction.update(
                "insert into schedule_marks (endpoint, followed_until) values (?, ?) on conflict (endpoint) do update"
                        + " set followed_until = excluded.followed_until"
                        + " where excluded.followed_until > schedule_marks.followed_until",
                endpoint,
                until.toEpochMilli()));
    }

    @Override
    public int open() {
        return database.read(0, TicketRows::open);
    }

    @Override
    public Optional<Ticket> find(String runId) {
        return database.read(Optional.empty(), transaction -> TicketRows.find(transaction, runId));
    }
}
