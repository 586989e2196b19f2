package io.plimsoll.storage.metadata;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Connections to one schema of a PostgreSQL server: a few at most, opened when they are needed, and used again as long as they live. */
final class PostgresConnections implements AutoCloseable {
    /** Longer than any lock is held, except by a process that has been stopped. */
    static final Duration LOCK_PATIENCE = Duration.ofSeconds(15);

    private static final int MOST = 10;
    private static final int ANSWER_SECONDS = 5;
    private static final Duration TRUSTED = Duration.ofSeconds(30);

    /** A transaction of a process that has been stopped is ended before others lose patience with its locks. */
    private static final String SETTINGS = """
            set search_path to "%s";
            set lock_timeout = '%ds';
            set idle_in_transaction_session_timeout = '10s';
            set session characteristics as transaction isolation level read committed, read write;
            select set_config('synchronous_commit', 'on', false) where current_setting('synchronous_commit') = 'off'""";

    private final Supplier<? extends DataSource> source;
    private final String settings;
    private final Semaphore places = new Semaphore(MOST, true);
    private final Deque<Idle> idle = new ArrayDeque<>();
    private boolean closed;

    private record Idle(Connection connection, long since) {}

    PostgresConnections(Supplier<? extends DataSource> source, String schema) {
        this.source = source;
        this.settings = SETTINGS.formatted(schema, LOCK_PATIENCE.toSeconds());
    }

    /** A connection on which no transaction has begun, to be given back or discarded. */
    Connection take() throws SQLException {
        try {
            if (!places.tryAcquire(LOCK_PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new SQLException("every connection of this process is in use", "53300");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted", "57014", e);
        }
        try {
            for (Idle next = poll(); next != null; next = poll()) {
                if (System.nanoTime() - next.since() < TRUSTED.toNanos()
                        || next.connection().isValid(ANSWER_SECONDS)) {
                    return next.connection();
                }
                closeQuietly(next.connection());
            }
            return open();
        } catch (SQLException | RuntimeException e) {
            places.release();
            throw e;
        }
    }

    private synchronized @Nullable Idle poll() {
        return idle.pollFirst();
    }

    private Connection open() throws SQLException {
        Connection connection = source.get().getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute(settings);
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException e) {
            closeQuietly(connection);
            throw e;
        }
    }

    /** Takes a connection back on which no transaction is open. */
    void giveBack(Connection connection) {
        if (!keep(connection)) {
            closeQuietly(connection);
        }
        places.release();
    }

    private synchronized boolean keep(Connection connection) {
        if (!closed) {
            idle.addFirst(new Idle(connection, System.nanoTime()));
        }
        return !closed;
    }

    /** Takes a connection back that is of no more use, and lets go of the idle ones, which are most likely gone with it. */
    void discard(Connection connection) {
        closeQuietly(connection);
        places.release();
        closeIdle();
    }

    private void closeIdle() {
        for (Idle next = poll(); next != null; next = poll()) {
            closeQuietly(next.connection());
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        closeIdle();
    }

    private static void closeQuietly(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            // the server ends what is left of it, and everything that was to be kept has been committed
            return;
        }
    }
}
