package io.plimsoll.storage.metadata;

import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.step.RunStatus;
import io.plimsoll.workspace.Claim;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;

/** The database as the holder of a claim may use it: every transaction that writes looks first whether the claim is held, and keeps it so until it ends. */
final class Fence implements Database {
    private final Database database;
    private final Claim claim;

    Fence(Database database, Claim claim) {
        this.database = database;
        this.claim = claim;
    }

    /**
     * Whether a claim is held. To keep it so until the end of the transaction, lock the row first.
     */
    static boolean isHeld(Transaction transaction, Claim claim) throws SQLException {
        return transaction.exists(
                "select 1 from runs r left join run_tickets t on t.run_id = r.id"
                        + " where r.id = ? and r.status = ? and coalesce(t.fence, 0) = ?",
                claim.runId(),
                RunStatus.RUNNING.name(),
                claim.fence());
    }

    @Override
    public <T> T read(T ifNone, Work<T> work) {
        return database.read(ifNone, work);
    }

    @Override
    public <T> T write(Work<T> work, Work<Optional<T>> outcome) {
        return database.write(held(work), outcome);
    }

    @Override
    public void note(Work<Integer> work) {
        database.note(held(work));
    }

    @Override
    public void copyTo(Path file) {
        database.copyTo(file);
    }

    /** Whoever made the database closes it. */
    @Override
    public void close() {}

    private <T> Work<T> held(Work<T> work) {
        return transaction -> {
            Optional<String> status = transaction.first(
                    row -> row.getString(1),
                    "select status from runs where id = ?" + transaction.forUpdate(),
                    claim.runId());
            if (!isHeld(transaction, claim)) {
                throw lost(status.orElse(""));
            }
            return work.in(transaction);
        };
    }

    private PlimsollException lost(String status) {
        String run = "run " + claim.runId();
        if (status.equals(RunStatus.CANCELLED.name())) {
            return PlimsollException.of(
                    ErrorCode.CANCELLED, "the run was cancelled", run, "submit it again; nothing was registered");
        }
        return PlimsollException.of(
                ErrorCode.CLAIM_LOST,
                "the run is no longer this worker's: it was given to another, or has ended",
                run,
                "see how it goes on with: plimsoll runs show " + claim.runId());
    }
}
