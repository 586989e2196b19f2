package io.plimsoll.local.duckdb;

import io.plimsoll.data.Batch;
import io.plimsoll.data.Column;
import io.plimsoll.data.ColumnType;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBPreparedStatement;
import org.duckdb.DuckDBReadableVector;
import org.jspecify.annotations.Nullable;

/**
 * One pass over a relation, in chunks of DuckDB's own size (2,048 rows).
 *
 * @param numbers expressions of the type DOUBLE
 * @param texts expressions of the type VARCHAR, or BIGINT where that is quicker to read and its text is the same
 */
record Scan(List<String> numbers, List<String> texts) {
    static final int CHUNK = 2048;

    static Scan of(List<Column> numbers, List<Column> texts) {
        return new Scan(
                numbers.stream().map(Sql::number).toList(),
                texts.stream().map(Scan::text).toList());
    }

    private static String text(Column column) {
        return column.type() == ColumnType.INTEGER
                ? "CAST(" + Sql.name(column.name()) + " AS BIGINT)"
                : Sql.textForm(column);
    }

    /** @param consumer says whether it wants more */
    void over(Database database, String relation, Predicate<Batch> consumer) throws SQLException {
        String select = Stream.concat(numbers.stream(), texts.stream()).collect(Collectors.joining(", "));
        String sql = "SELECT " + (select.isEmpty() ? "1" : select) + " FROM " + relation;
        List<double[]> numberBuffers = new ArrayList<>();
        List<@Nullable String[]> textBuffers = new ArrayList<>();
        numbers.forEach(column -> numberBuffers.add(new double[CHUNK]));
        texts.forEach(column -> textBuffers.add(new String[CHUNK]));
        try (DuckDBPreparedStatement statement = database.prepare(sql);
                DuckDBChunkedResult result = statement.query()) {
            boolean wanted = true;
            while (wanted && result.nextChunk()) {
                DuckDBDataChunkReader chunk = result.chunk();
                int rows = Math.toIntExact(chunk.rowCount());
                for (int i = 0; i < numbers.size(); i++) {
                    fill(chunk.vector(i), numberBuffers.get(i), rows);
                }
                for (int i = 0; i < texts.size(); i++) {
                    fill(chunk.vector(numbers.size() + i), textBuffers.get(i), rows);
                }
                wanted = consumer.test(new Batch(rows, numberBuffers, textBuffers));
            }
        }
    }

    private static void fill(DuckDBReadableVector vector, double[] buffer, int rows) {
        for (int row = 0; row < rows; row++) {
            buffer[row] = vector.getDouble(row, Double.NaN);
        }
    }

    private static void fill(DuckDBReadableVector vector, @Nullable String[] buffer, int rows) {
        if (vector.getType() == DuckDBColumnType.BIGINT) {
            fillWithIntegers(vector, buffer, rows);
            return;
        }
        for (int row = 0; row < rows; row++) {
            buffer[row] = vector.getString(row);
        }
    }

    /** Neighbours are often alike, and then one text serves. */
    private static void fillWithIntegers(DuckDBReadableVector vector, @Nullable String[] buffer, int rows) {
        long last = 0;
        String text = "0";
        for (int row = 0; row < rows; row++) {
            if (vector.isNull(row)) {
                buffer[row] = null;
                continue;
            }
            long value = vector.getLong(row);
            if (value != last) {
                last = value;
                text = Long.toString(value);
            }
            buffer[row] = text;
        }
    }
}
