package io.plimsoll.storage.metadata;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is read and written together, as statements that SQLite and PostgreSQL both understand. */
final class Transaction {
    private final Connection connection;
    private boolean undone;

    Transaction(Connection connection) {
        this.connection = connection;
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

    /** Lets nothing of this transaction remain once it ends. */
    void undo() {
        undone = true;
    }

    boolean isUndone() {
        return undone;
    }

    private PreparedStatement prepare(String sql, @Nullable Object... arguments) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < arguments.length; i++) {
            statement.setObject(i + 1, arguments[i]);
        }
        return statement;
    }
}
