package io.plimsoll.storage.metadata;

import io.plimsoll.fault.PlimsollException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.SortedMap;
import org.sqlite.SQLiteException;

/** A SQLite file that nobody else uses, between a PostgreSQL and another place. */
final class SqliteCopy {
    private final Path file;

    SqliteCopy(Path file) {
        this.file = file;
    }

    /** Makes the file with what a new workspace has. */
    void makeEmpty() {
        delete();
        try (SqliteDatabase database = new SqliteDatabase(file, SqliteDatabase.PATIENCE)) {
            database.write(transaction -> true);
        }
        deleteLock();
    }

    /** Replaces what is in the file by everything that is elsewhere. */
    long receive(Transaction from) throws SQLException {
        try (Connection connection = open()) {
            long rows = new TableCopy(from, new Transaction(connection, Dialect.SQLITE)).run();
            connection.commit();
            return rows;
        }
    }

    /** Replaces what is elsewhere by everything in the file. */
    long send(Transaction to) throws SQLException {
        try (Connection connection = open()) {
            return new TableCopy(new Transaction(connection, Dialect.SQLITE), to).run();
        }
    }

    /** How many rows each table of a new workspace has; the file is made for this, and is gone afterwards. */
    SortedMap<String, Long> countsOfNew() throws SQLException {
        makeEmpty();
        try (Connection connection = open()) {
            return TableCopy.counts(new Transaction(connection, Dialect.SQLITE));
        } finally {
            delete();
        }
    }

    private void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new SqliteFaults(file).of(e);
        }
    }

    /** What the tables were made under, which is of no use where nobody else comes. */
    private void deleteLock() {
        try {
            Files.deleteIfExists(file.resolveSibling(SqliteSchema.LOCK));
        } catch (IOException e) {
            throw new SqliteFaults(file).of(e);
        }
    }

    private Connection open() throws SQLException {
        Connection connection = SqliteDatabase.writers(file).getConnection();
        try {
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** What involves the file and another database. */
    interface Both<T> {
        T call() throws SQLException;
    }

    /** Does what involves both, and says of the file what went wrong with the file. */
    <T> T attributing(Both<T> both) {
        try {
            return both.call();
        } catch (SQLException e) {
            throw new SqliteFaults(file).of(e);
        } catch (PlimsollException e) {
            if (e.getCause() instanceof SQLiteException own) {
                throw new SqliteFaults(file).of(own);
            }
            throw e;
        }
    }
}
