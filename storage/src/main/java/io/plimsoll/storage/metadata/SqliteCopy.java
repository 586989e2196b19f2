package io.plimsoll.storage.metadata;

import io.plimsoll.fault.PlimsollException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.sqlite.SQLiteException;

/** A SQLite file that nobody else uses, between a PostgreSQL and another place. */
final class SqliteCopy {
    private final Path file;

    SqliteCopy(Path file) {
        this.file = file;
    }

    /** Makes the file, with everything that is there; one that an earlier attempt has left is made anew. */
    void make(Transaction from) throws SQLException {
        makeEmpty();
        try (Connection connection = open()) {
            new TableCopy(from, new Transaction(connection, Dialect.SQLITE)).run();
            connection.commit();
        }
    }

    /**
     * Brings everything in the file into another database, in which there is nothing but what a new one has.
     *
     * @return how many rows came over
     */
    long into(Transaction to, PostgresFaults faults) throws SQLException {
        new SqliteCopy(file.resolveSibling(file.getFileName() + ".new")).requireNew(to, faults);
        try (Connection connection = open()) {
            return new TableCopy(new Transaction(connection, Dialect.SQLITE), to).run();
        }
    }

    /** Makes the file for a moment, to see what a new workspace has, and what of another place must be no more than that. */
    void requireNew(Transaction other, PostgresFaults faults) throws SQLException {
        makeEmpty();
        try (Connection connection = open()) {
            SortedMap<String, Long> fresh = TableCopy.counts(new Transaction(connection, Dialect.SQLITE));
            if (!TableCopy.counts(other).equals(fresh)) {
                throw faults.inTheWay();
            }
        } finally {
            delete();
        }
    }

    private void makeEmpty() {
        delete();
        try (SqliteDatabase database = new SqliteDatabase(file, SqliteDatabase.PATIENCE)) {
            database.write(transaction -> true);
        }
        deleteLock();
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

    /** Does what involves both databases, and says of the file what went wrong with the file. */
    <T> T attributing(Supplier<T> both) {
        try {
            return both.get();
        } catch (PlimsollException e) {
            if (e.getCause() instanceof SQLiteException own) {
                throw new SqliteFaults(file).of(own);
            }
            throw e;
        }
    }
}
