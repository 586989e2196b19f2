package io.plimsoll.storage.metadata;

import io.plimsoll.fault.PlimsollException;
import io.plimsoll.storage.metadata.PostgresAttempt.Ending;
import io.plimsoll.storage.metadata.PostgresAttempt.Kind;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * One schema of a PostgreSQL database, used by any number of processes on any number of machines.
 *
 * <p>A transaction that the server gave up for another's sake, or whose connection was lost before its commit, is made again. One whose
 * connection was lost in its commit is asked after by the name that the server gave it, which tells whether it was kept.
 */
final class PostgresDatabase implements Database {
    /** Long enough for a server that restarts and recovers. */
    static final Duration RECONNECTING = Duration.ofSeconds(60);

    private static final Duration PATIENCE = PostgresConnections.LOCK_PATIENCE;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(10);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(500);
    private static final int SILENCE_SECONDS = 60;
    private static final int OVERTAKEN_AT_MOST = 3;

    private final PostgresConnections connections;
    private final PostgresAttempt attempts;
    private final PostgresSchema schema;
    private final PostgresFaults faults;
    private final Duration reconnecting;
    private volatile boolean wasConnected;
    private volatile boolean ready;

    PostgresDatabase(PostgresPlace place) {
        this(place, RECONNECTING);
    }

    /** @param reconnecting how long to wait for a server that was there and went away */
    PostgresDatabase(PostgresPlace place, Duration reconnecting) {
        Supplier<PGSimpleDataSource> source = () -> place.login().dataSource(SILENCE_SECONDS);
        this.faults = new PostgresFaults(place);
        this.connections = new PostgresConnections(source, place.schema());
        this.attempts = new PostgresAttempt(connections);
        this.schema = new PostgresSchema(place.schema(), source, connections, faults);
        this.reconnecting = reconnecting;
    }

    @Override
    public <T> T read(T ifNone, Work<T> work) {
        if (!ready && patiently(schema::state) == PostgresSchema.State.ABSENT) {
            return ifNone;
        }
        prepare();
        return patiently(() -> read(work));
    }

    private <T> T read(Work<T> work) throws SQLException {
        return attempts.make(Kind.READ, work).result();
    }

    @Override
    public <T> T write(Work<T> work, Work<Optional<T>> outcome) {
        return write(Kind.WRITE, work, outcome);
    }

    @Override
    public void note(Work<Integer> work) {
        write(Kind.NOTE, work, transaction -> Optional.empty());
    }

    private <T> T write(Kind kind, Work<T> work, Work<Optional<T>> outcome) {
        prepare();
        long start = System.nanoTime();
        while (true) {
            Ending<T> ending = patiently(() -> attempts.make(kind, work));
            SQLException lost = ending.lost();
            if (lost == null) {
                return ending.result();
            }
            switch (fate(ending.name(), lost)) {
                case KEPT -> {
                    return ending.result();
                }
                case GONE -> {
                    if (isOver(start, reconnecting)) {
                        throw faults.of(lost);
                    }
                }
                case UNKNOWN -> {
                    return outcomeOf(lost, outcome);
                }
            }
        }
    }

    /** What became of a transaction. */
    private enum Fate {
        KEPT,
        GONE,
        UNKNOWN
    }

    /** The server may still be at it when the connection is gone already. */
    private Fate fate(String name, SQLException lost) {
        long start = System.nanoTime();
        while (true) {
            String status;
            try {
                status = patiently(() -> read(transaction -> transaction.first(
                                row -> String.valueOf(row.getString(1)),
                                "select pg_xact_status(cast(? as xid8))",
                                name)))
                        .orElse("");
            } catch (PlimsollException e) {
                lost.addSuppressed(e);
                return Fate.UNKNOWN;
            }
            if (status.equals("committed")) {
                return Fate.KEPT;
            }
            if (status.equals("aborted")) {
                return Fate.GONE;
            }
            if (!status.equals("in progress") || isOver(start, reconnecting)) {
                return Fate.UNKNOWN;
            }
            LockSupport.parkNanos(FIRST_PAUSE.toNanos());
        }
    }

    private <T> T outcomeOf(SQLException lost, Work<Optional<T>> outcome) {
        try {
            return patiently(() -> read(outcome)).orElseThrow(() -> faults.unknown(lost));
        } catch (PlimsollException e) {
            PlimsollException fault = faults.unknown(lost);
            fault.addSuppressed(e);
            throw fault;
        }
    }

    private void prepare() {
        if (!ready) {
            patiently(() -> {
                schema.prepare();
                return true;
            });
            ready = true;
        }
    }

    /** Something of which nothing remains if it fails. */
    private interface Attempt<T> {
        T make() throws SQLException;
    }

    private <T> T patiently(Attempt<T> attempt) {
        long start = System.nanoTime();
        long pause = FIRST_PAUSE.toNanos();
        for (int failures = 1; ; failures++) {
            try {
                T result = attempt.make();
                wasConnected = true;
                return result;
            } catch (SQLException e) {
                if (!isWorthAnother(e, failures, start)
                        || Thread.currentThread().isInterrupted()) {
                    throw faults.of(e);
                }
            }
            LockSupport.parkNanos(pause);
            pause = Math.min(2 * pause, LONGEST_PAUSE.toNanos());
        }
    }

    private boolean isWorthAnother(SQLException e, int failures, long start) {
        if (PostgresFaults.isConflict(e) || PostgresFaults.isNotNow(e)) {
            return !isOver(start, wasConnected ? reconnecting : PATIENCE);
        }
        if (PostgresFaults.isLost(e)) {
            return wasConnected && !isOver(start, reconnecting);
        }
        return PostgresFaults.isOvertaken(e) && failures < OVERTAKEN_AT_MOST;
    }

    private static boolean isOver(long start, Duration limit) {
        return System.nanoTime() - start > limit.toNanos();
    }

    @Override
    public void copyTo(Path file) {
        prepare();
        SqliteCopy copy = new SqliteCopy(file);
        copy.makeEmpty();
        copy.attributing(() -> patiently(() -> read(copy::receive)));
    }

    /**
     * @param scratch a file that may be made and removed again
     * @throws PlimsollException with {@code ALREADY_EXISTS} if there is more here than a new workspace has
     */
    void requireNew(Path scratch) {
        SqliteCopy copy = new SqliteCopy(scratch);
        copy.attributing(() -> {
            SortedMap<String, Long> fresh = copy.countsOfNew();
            return read(true, transaction -> requireNew(transaction, fresh));
        });
    }

    /**
     * Takes in everything that a SQLite file of a workspace holds, whole or not at all.
     *
     * @return how many rows came over
     * @throws PlimsollException with {@code ALREADY_EXISTS} if there is more here than a new workspace has
     */
    long fill(Path file) {
        SqliteCopy copy = new SqliteCopy(file);
        return copy.attributing(() -> {
            SortedMap<String, Long> fresh =
                    new SqliteCopy(file.resolveSibling(file.getFileName() + ".new")).countsOfNew();
            return write(to -> {
                requireNew(to, fresh);
                return copy.send(to);
            });
        });
    }

    private boolean requireNew(Transaction transaction, SortedMap<String, Long> fresh) throws SQLException {
        if (!TableCopy.counts(transaction).equals(fresh)) {
            throw faults.inTheWay();
        }
        return true;
    }

    @Override
    public void close() {
        connections.close();
    }
}
