package io.plimsoll.local.duckdb;

import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.Fault;
import io.plimsoll.fault.PlimsollException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBPreparedStatement;
import org.duckdb.DuckDBTableFunctionBuilder;
import org.jspecify.annotations.Nullable;

/**
 * One in-memory DuckDB with one connection.
 *
 * <p>Before any SQL of a user runs, it is {@linkplain #lock() locked}: no file, network or extension can be reached, but for the scratch
 * folder, and no setting can be changed.
 */
final class Database implements AutoCloseable {
    private final Connection connection;
    private final Path scratch;
    private boolean locked;

    private Database(Connection connection, Path scratch) {
        this.connection = connection;
        this.scratch = scratch;
    }

    /** @param memory a DuckDB size such as {@code 4GB}; null for DuckDB's own choice */
    static Database open(Path scratch, int threads, @Nullable String memory) {
        try {
            Database database = new Database(DriverManager.getConnection("jdbc:duckdb:"), scratch);
            database.execute("SET threads = " + threads);
            database.execute(
                    "SET temp_directory = " + Sql.text(scratch.resolve("spill").toString()));
            database.execute("SET preserve_insertion_order = true");
            database.execute("SET autoinstall_known_extensions = false");
            database.execute("SET autoload_known_extensions = false");
            if (memory != null) {
                database.execute("SET memory_limit = " + Sql.text(memory));
            }
            return database;
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** The one folder that can be reached. */
    Path scratch() {
        return scratch;
    }

    void lock() throws SQLException {
        if (!locked) {
            execute("SET allowed_directories = [" + Sql.text(scratch.toString()) + "]");
            execute("SET enable_external_access = false");
            execute("SET lock_configuration = true");
            locked = true;
        }
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** All rows of a small result, values as text. */
    List<List<@Nullable String>> rows(String sql, String... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            try (ResultSet result = statement.executeQuery()) {
                return read(result);
            }
        }
    }

    void register(DuckDBTableFunctionBuilder function) throws SQLException {
        function.register(connection);
    }

    /** A statement whose result is read in chunks; the caller closes it. */
    DuckDBPreparedStatement prepare(String sql) throws SQLException {
        return connection.prepareStatement(sql).unwrap(DuckDBPreparedStatement.class);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** What is left when no user's input can have caused it. */
    static PlimsollException failure(SQLException cause) {
        return new PlimsollException(
                new Fault(
                        ErrorCode.INTERNAL,
                        "the local engine failed: " + SqlFaults.kindOf(cause),
                        "",
                        "run again with --debug; if it was short of memory or disk, raise limits.memory or free space"),
                SqlFaults.withoutData(cause));
    }

    private static List<List<@Nullable String>> read(ResultSet result) throws SQLException {
        List<List<@Nullable String>> rows = new ArrayList<>();
        int columns = result.getMetaData().getColumnCount();
        while (result.next()) {
            List<@Nullable String> row = new ArrayList<>();
            for (int i = 1; i <= columns; i++) {
                row.add(result.getString(i));
            }
            rows.add(row);
        }
        return rows;
    }
}
