package io.plimsoll.storage.metadata;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One attempt at one transaction of one kind. */
final class PostgresAttempt {
    private final PostgresConnections connections;

    PostgresAttempt(PostgresConnections connections) {
        this.connections = connections;
    }

    /** What a transaction begins with; each ends with what gives it a name, if it has one. */
    enum Kind {
        /** Sees one state of the database. */
        READ("set transaction isolation level repeatable read, read only"),
        /** Its commit waits for the disk. */
        WRITE("select pg_current_xact_id()"),
        /** Its commit is seen at once, and is on the disk a moment later. */
        NOTE("set local synchronous_commit = off; select pg_current_xact_id()");

        private final String begin;

        Kind(String begin) {
            this.begin = begin;
        }
    }

    /**
     * How an attempt ended.
     *
     * @param lost null if it was committed; why nobody knows whether it was, otherwise
     * @param name by which the server can be asked what came of it
     */
    record Ending<T>(T result, @Nullable SQLException lost, String name) {}

    /** @throws SQLException if nothing was kept, for certain */
    <T> Ending<T> make(Kind kind, Database.Work<T> work) throws SQLException {
        Connection connection = connections.take();
        boolean isSound = false;
        try {
            String name = begin(connection, kind);
            Transaction transaction = new Transaction(connection, Dialect.POSTGRESQL);
            T result = work.in(transaction);
            if (kind == Kind.READ || transaction.isUndone()) {
                connection.rollback();
                isSound = true;
                return new Ending<>(result, null, name);
            }
            SQLException lost = commit(connection);
            isSound = lost == null;
            return new Ending<>(result, lost, name);
        } catch (SQLException | RuntimeException | Error e) {
            isSound = rollBack(connection, e);
            throw e;
        } finally {
            if (isSound) {
                connections.giveBack(connection);
            } else {
                connections.discard(connection);
            }
        }
    }

    private static String begin(Connection connection, Kind kind) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            boolean hasRows = statement.execute(kind.begin);
            while (!hasRows && statement.getUpdateCount() >= 0) {
                hasRows = statement.getMoreResults();
            }
            if (!hasRows) {
                return "";
            }
            statement.getResultSet().next();
            return Objects.requireNonNull(statement.getResultSet().getString(1));
        }
    }

    /**
     * Returns why it is not known whether the commit was kept; null if it was.
     *
     * @throws SQLException if it was not
     */
    private static @Nullable SQLException commit(Connection connection) throws SQLException {
        try {
            connection.commit();
            return null;
        } catch (SQLException e) {
            if (PostgresFaults.isLost(e)) {
                return e;
            }
            throw e;
        }
    }

    private static boolean rollBack(Connection connection, Throwable reason) {
        try {
            connection.rollback();
            return true;
        } catch (SQLException e) {
            reason.addSuppressed(e);
            return false;
        }
    }
}
