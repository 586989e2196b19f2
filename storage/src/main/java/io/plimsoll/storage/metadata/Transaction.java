package io.plimsoll.storage.metadata;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is read and written together, as statements that SQLite and PostgreSQL both understand. */
final class Transaction {
    private static final int ROWS_AT_ONCE = 1_000;

    private final Connection connection;
    private final Dialect dialect;
    private boolean undone;

    Transaction(Connection connection, Dialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
    }

    /** Makes a value of the row at which a result stands. */
    interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** Takes note of the row at which a result stands. */
    interface Visitor {
        void visit(ResultSet row) throws SQLException;
    }

    void forEach(Visitor visitor, String sql, @Nullable Object... arguments) throws SQLException {
        try (PreparedStatement statement = prepare(sql, arguments);
                ResultSet result = statement.executeQuery()) {
            while (result.next()) {
                visitor.visit(result);
            }
        }
    }

    <T> List<T> list(Row<T> row, String sql, @Nullable Object... arguments) throws SQLException {
        List<T> rows = new ArrayList<>();
        forEach(result -> rows.add(row.of(result)), sql, arguments);
        return rows;
    }

    <T> Optional<T> first(Row<T> row, String sql, @Nullable Object... arguments) throws SQLException {
        return list(row, sql, arguments).stream().findFirst();
    }

    boolean exists(String sql, @Nullable Object... arguments) throws SQLException {
        return !list(row -> true, sql, arguments).isEmpty();
    }

    /** Returns how many rows were written. */
    int update(String sql, @Nullable Object... arguments) throws SQLException {
        try (PreparedStatement statement = prepare(sql, arguments)) {
            return statement.executeUpdate();
        }
    }

    /** Writes several rows by one statement. */
    void updateAll(String sql, List<Object[]> rows) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (Object[] row : rows) {
                set(statement, row);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** Puts off looking at references until all rows are there, so that rows may come before those that they refer to. */
    Deferred deferReferences() throws SQLException {
        return Deferred.begin(this, dialect);
    }

    /** Every table of the workspace but the one in which Flyway keeps which scripts ran, in the order of their names. */
    List<String> tables() throws SQLException {
        return list(row -> row.getString(1), dialect.tables()).stream()
                .filter(name -> !name.equals(Schema.HISTORY))
                .sorted()
                .toList();
    }

    /** The names of the columns that a select gives. */
    List<String> columns(String select) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(select)) {
            ResultSetMetaData about = statement.getMetaData();
            List<String> names = new ArrayList<>();
            for (int i = 1; i <= about.getColumnCount(); i++) {
                names.add(about.getColumnName(i));
            }
            return names;
        }
    }

    /** The time by the clock of the database, which is one for all its users, in milliseconds since 1970. */
    long now() throws SQLException {
        return first(row -> row.getLong(1), dialect.now())
                .orElseThrow(() -> new SQLException("the database does not say what time it is"));
    }

    /**
     * What to end a select with whose rows nobody else may change until the end of this transaction, and which it waits for if others have
     * changed them. Empty on SQLite, where nobody else writes meanwhile.
     */
    String forUpdate() {
        return dialect.forUpdate();
    }

    /** As {@link #forUpdate}, leaving out the rows that it would have to wait for. */
    String forUpdateSkipLocked() {
        return dialect.forUpdateSkipLocked();
    }

    /**
     * Waits until no other transaction is alone with the same thing, and is then until this one ends. For what has no row that could be
     * locked. Take it before rows.
     */
    void alone(String with) throws SQLException {
        if (dialect == Dialect.POSTGRESQL) {
            exists("select pg_advisory_xact_lock(hashtextextended(?, 0))", with);
        }
    }

    /** Lets nothing of this transaction remain once it ends. */
    void undo() {
        undone = true;
    }

    boolean isUndone() {
        return undone;
    }

    private PreparedStatement prepare(String sql, @Nullable Object... arguments) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.setFetchSize(ROWS_AT_ONCE);
        set(statement, arguments);
        return statement;
    }

    private static void set(PreparedStatement statement, @Nullable Object... arguments) throws SQLException {
        for (int i = 0; i < arguments.length; i++) {
            statement.setObject(i + 1, arguments[i]);
        }
    }
}
