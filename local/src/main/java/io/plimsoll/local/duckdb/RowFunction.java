package io.plimsoll.local.duckdb;

import io.plimsoll.data.Batch;
import io.plimsoll.data.Column;
import io.plimsoll.data.ColumnType;
import io.plimsoll.engine.TableWriter;
import io.plimsoll.fault.PlimsollException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBTableFunction;
import org.duckdb.DuckDBTableFunctionBindInfo;
import org.duckdb.DuckDBTableFunctionBuilder;
import org.duckdb.DuckDBTableFunctionCallInfo;
import org.duckdb.DuckDBTableFunctionInitInfo;
import org.duckdb.DuckDBWritableVector;
import org.jspecify.annotations.Nullable;

/** Rows that Java makes, as a table that SQL reads once. What is thrown while they are made is kept, since DuckDB would make a text of it. */
final class RowFunction implements DuckDBTableFunction<String, String, String> {
    static final String NAME = "plimsoll_rows";

    private final List<Column> columns;
    private final TableWriter.Rows rows;
    private @Nullable Throwable failure;

    RowFunction(List<Column> columns, TableWriter.Rows rows) {
        this.columns = List.copyOf(columns);
        this.rows = rows;
    }

    void register(Database database) throws SQLException {
        try (DuckDBTableFunctionBuilder builder = DuckDBFunctions.tableFunction()) {
            builder.withName(NAME).withFunction(this);
            database.register(builder);
        }
    }

    /** What was thrown while rows were made. */
    Optional<PlimsollException> failure() {
        Throwable thrown = failure;
        if (thrown instanceof Error error) {
            throw error;
        }
        if (thrown instanceof RuntimeException unexpected && !(thrown instanceof PlimsollException)) {
            throw unexpected;
        }
        return Optional.ofNullable((PlimsollException) thrown);
    }

    @Override
    public String bind(DuckDBTableFunctionBindInfo info) {
        for (Column column : columns) {
            info.addResultColumn(
                    column.name(),
                    column.type() == ColumnType.NUMBER ? DuckDBColumnType.DOUBLE : DuckDBColumnType.VARCHAR);
        }
        return NAME;
    }

    @Override
    public String init(DuckDBTableFunctionInitInfo info) {
        info.setMaxThreads(1);
        return NAME;
    }

    @Override
    public long apply(DuckDBTableFunctionCallInfo info, DuckDBDataChunkWriter chunk) {
        Batch batch = next();
        if (batch == null) {
            return 0;
        }
        int number = 0;
        int text = 0;
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).type() == ColumnType.NUMBER) {
                put(batch.numbers().get(number++), batch.rows(), chunk.vector(i));
            } else {
                put(batch.texts().get(text++), batch.rows(), chunk.vector(i));
            }
        }
        return batch.rows();
    }

    private @Nullable Batch next() {
        try {
            return rows.next();
        } catch (RuntimeException | Error e) {
            failure = e;
            throw e;
        }
    }

    private static void put(double[] values, int rows, DuckDBWritableVector vector) {
        for (int row = 0; row < rows; row++) {
            if (Double.isNaN(values[row])) {
                vector.setNull(row);
            } else {
                vector.setDouble(row, values[row]);
            }
        }
    }

    private static void put(@Nullable String[] values, int rows, DuckDBWritableVector vector) {
        for (int row = 0; row < rows; row++) {
            String value = values[row];
            if (value == null) {
                vector.setNull(row);
            } else {
                vector.setString(row, value);
            }
        }
    }
}
