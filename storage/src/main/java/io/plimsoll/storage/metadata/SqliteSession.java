package io.plimsoll.storage.metadata;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** One connection to a SQLite file, opened when first needed, on which one transaction runs at a time. */
final class SqliteSession {
    private final Opening opening;
    private final String begin;
    private final LongConsumer held;
    private @Nullable Connection connection;

    /**
     * @param begin the statement that begins a transaction of this session's kind
     * @param held takes how long each transaction lasted from then on, in nanoseconds
     */
    SqliteSession(Opening opening, String begin, LongConsumer held) {
        this.opening = opening;
        this.begin = begin;
        this.held = held;
    }

    /** Opens a connection that commits each statement by itself. */
    interface Opening {
        Connection open() throws SQLException;
    }

    /** The commit was asked for and failed: nobody knows whether it happened. */
    static final class CommitFailed extends SQLException {
        private static final long serialVersionUID = 1L;

        CommitFailed(SQLException cause) {
            super(cause.getMessage(), cause.getSQLState(), cause.getErrorCode(), cause);
        }
    }

    /**
     * Begins, works and commits; rolls back when the work fails.
     *
     * <p>The statements are sent by hand: the driver's own way, switching automatic commits off, begins the next transaction right after each
     * commit, and an idle connection would keep every other writer out.
     */
    synchronized <T> T run(Database.Work<T> work) throws SQLException {
        Connection open = connection();
        Transaction transaction = new Transaction(open, Dialect.SQLITE);
        execute(open, begin);
        long begun = System.nanoTime();
        try {
            return finish(open, transaction, work);
        } finally {
            held.accept(System.nanoTime() - begun);
        }
    }

    private static <T> T finish(Connection open, Transaction transaction, Database.Work<T> work) throws SQLException {
        T result;
        try {
            result = work.in(transaction);
        } catch (SQLException | RuntimeException | Error e) {
            rollBack(open, e);
            throw e;
        }
        if (transaction.isUndone()) {
            execute(open, "rollback");
        } else {
            commit(open);
        }
        return result;
    }

    synchronized void close() throws SQLException {
        if (connection != null) {
            connection.close();
            connection = null;
        }
    }

    private Connection connection() throws SQLException {
        if (connection == null) {
            connection = opening.open();
        }
        return connection;
    }

    private static void commit(Connection open) throws SQLException {
        try {
            execute(open, "commit");
        } catch (SQLException e) {
            CommitFailed failed = new CommitFailed(e);
            rollBack(open, failed);
            throw failed;
        }
    }

    /** SQLite has often rolled back by itself after an error, and then refuses to do it again. */
    private static void rollBack(Connection open, Throwable reason) {
        try {
            execute(open, "rollback");
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }

    private static void execute(Connection open, String sql) throws SQLException {
        try (Statement statement = open.createStatement()) {
            statement.execute(sql);
        }
    }
}
