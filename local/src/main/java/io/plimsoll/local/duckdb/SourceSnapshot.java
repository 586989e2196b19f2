package io.plimsoll.local.duckdb;

import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.Fault;
import io.plimsoll.fault.PlimsollException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A source's rows as one Parquet file, sorted by all of its columns. */
final class SourceSnapshot {
    private SourceSnapshot() {}

    static byte[] of(Database database, String source) {
        Path file = database.scratch().resolve("snapshot-of-source.parquet");
        try {
            String columns = database.rows("DESCRIBE " + Sql.name(source)).stream()
                    .map((List<@Nullable String> row) -> Sql.name(Objects.requireNonNull(row.get(0))))
                    .sorted()
                    .collect(Collectors.joining(", "));
            database.execute("COPY (SELECT " + columns + " FROM " + Sql.name(source) + " ORDER BY ALL NULLS LAST) TO "
                    + Sql.text(file.toString()) + " (FORMAT parquet, COMPRESSION zstd)");
            byte[] bytes = Files.readAllBytes(file);
            Files.delete(file);
            return bytes;
        } catch (SQLException e) {
            throw Database.failure(e);
        } catch (IOException e) {
            throw new PlimsollException(
                    new Fault(
                            ErrorCode.STORAGE,
                            "the rows of source '" + source + "' cannot be put into a file ("
                                    + e.getClass().getSimpleName() + ")",
                            database.scratch().toString(),
                            "check that the disk has room"),
                    e);
        }
    }
}
