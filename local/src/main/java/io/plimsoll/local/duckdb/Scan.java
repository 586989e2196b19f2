package io.plimsoll.local.duckdb;

import io.plimsoll.data.Batch;
import io.plimsoll.data.Column;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBPreparedStatement;
import org.duckdb.DuckDBReadableVector;
import org.jspecify.annotations.Nullable;

/** One pass over a relation, in chunks of DuckDB's own size (2,048 rows). */
record Scan(List<Column> numbers, List<Column> texts) {
    private static final int CHUNK = 2048;

    void over(Database database, String relation, Consumer<Batch> consumer) throws SQLException {
        String select = Stream.concat(
                        numbers.stream().map(Sql::number), texts.stream().map(Sql::textForm))
                .collect(Collectors.joining(", "));
        String sql = "SELECT " + (select.isEmpty() ? "1" : select) + " FROM " + relation;
        List<double[]> numberBuffers = new ArrayList<>();
        List<@Nullable String[]> textBuffers = new ArrayList<>();
        numbers.forEach(column -> numberBuffers.add(new double[CHUNK]));
        texts.forEach(column -> textBuffers.add(new String[CHUNK]));
        try (DuckDBPreparedStatement statement = database.prepare(sql);
                DuckDBChunkedResult result = statement.query()) {
            while (result.nextChunk()) {
                DuckDBDataChunkReader chunk = result.chunk();
                int rows = Math.toIntExact(chunk.rowCount());
                for (int i = 0; i < numbers.size(); i++) {
                    fill(chunk.vector(i), numberBuffers.get(i), rows);
                }
                for (int i = 0; i < texts.size(); i++) {
                    fill(chunk.vector(numbers.size() + i), textBuffers.get(i), rows);
                }
                consumer.accept(new Batch(rows, numberBuffers, textBuffers));
            }
        }
    }

    private static void fill(DuckDBReadableVector vector, double[] buffer, int rows) {
        for (int row = 0; row < rows; row++) {
            buffer[row] = vector.getDouble(row, Double.NaN);
        }
    }

    private static void fill(DuckDBReadableVector vector, @Nullable String[] buffer, int rows) {
        for (int row = 0; row < rows; row++) {
            buffer[row] = vector.isNull(row) ? null : vector.getString(row);
        }
    }
}
