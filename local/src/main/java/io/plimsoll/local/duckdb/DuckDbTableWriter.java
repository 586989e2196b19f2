package io.plimsoll.local.duckdb;

import io.plimsoll.config.SourceFormat;
import io.plimsoll.data.Column;
import io.plimsoll.engine.EngineLimits;
import io.plimsoll.engine.TableWriter;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.Fault;
import io.plimsoll.fault.PlimsollException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes files by DuckDB's COPY. */
public final class DuckDbTableWriter implements TableWriter {
    private static final String USUAL_MEMORY = "384MB";

    private final Path scratch;
    private final EngineLimits limits;

    /** @param scratch a folder for spilled files */
    public DuckDbTableWriter(Path scratch, EngineLimits limits) {
        this.scratch = scratch;
        this.limits = limits;
    }

    @Override
    public void write(Path file, List<Column> columns, Map<String, String> constants, Rows rows) {
        RowFunction function = new RowFunction(columns, rows);
        try (Database database = open()) {
            function.register(database);
            String select = Stream.concat(
                            columns.stream().map(DuckDbTableWriter::typed),
                            constants.entrySet().stream()
                                    .map(constant ->
                                            Sql.text(constant.getValue()) + " AS " + Sql.name(constant.getKey())))
                    .collect(Collectors.joining(", "));
            copy(database, "SELECT " + select + " FROM " + RowFunction.NAME + "()", file, SourceFormat.PARQUET);
        } catch (SQLException e) {
            throw function.failure().orElseGet(() -> unwritable(file, e));
        }
    }

    @Override
    public void join(List<Path> files, String key, List<String> columns, Path file, SourceFormat format) {
        String from = relation(files.get(0));
        String select = columns.stream().map(Sql::name).collect(Collectors.joining(", "));
        if (files.size() > 1) {
            String same = files.stream()
                    .skip(1)
                    .map(other -> " UNION ALL BY NAME SELECT * FROM " + relation(other))
                    .collect(Collectors.joining());
            select = columns.stream()
                    .map(column -> column.equals(key)
                            ? Sql.name(key)
                            : "any_value(" + Sql.name(column) + ") AS " + Sql.name(column))
                    .collect(Collectors.joining(", "));
            from = "(SELECT * FROM " + from + same + ") GROUP BY " + Sql.name(key) + " ORDER BY " + Sql.name(key);
        }
        try (Database database = open()) {
            if (files.size() == 1
                    && format == SourceFormat.PARQUET
                    && names(database, from).equals(columns)) {
                Files.copy(files.get(0), file, StandardCopyOption.REPLACE_EXISTING);
            } else {
                copy(database, "SELECT " + select + " FROM " + from, file, format);
            }
        } catch (SQLException e) {
            throw unwritable(file, e);
        } catch (IOException e) {
            throw unwritten(file, e);
        }
    }

    private static List<@Nullable String> names(Database database, String relation) throws SQLException {
        return database.rows("DESCRIBE SELECT * FROM " + relation).stream()
                .map(row -> row.get(0))
                .toList();
    }

    private Database open() {
        return Database.open(scratch, limits.threads(), limits.memory() == null ? USUAL_MEMORY : limits.memory());
    }

    private static String relation(Path file) {
        return "read_parquet(" + Sql.text(Sql.literally(file)) + ")";
    }

    private static String typed(Column column) {
        return "CAST(" + Sql.name(column.name()) + " AS " + ColumnTypes.duckDb(column.type()) + ") AS "
                + Sql.name(column.name());
    }

    private static void copy(Database database, String select, Path file, SourceFormat format) throws SQLException {
        String options = switch (format) {
            case PARQUET -> "FORMAT parquet, COMPRESSION zstd";
            case CSV -> "FORMAT csv, HEADER true";
            case JSONL -> "FORMAT json, ARRAY false";
        };
        database.execute("COPY (" + select + ") TO " + Sql.text(file.toString()) + " (" + options + ")");
    }

    private static PlimsollException unwritable(Path file, SQLException cause) {
        return SqlFaults.kindOf(cause).equals("IO Error") ? unwritten(file, cause) : Database.failure(cause);
    }

    private static PlimsollException unwritten(Path file, Exception cause) {
        return new PlimsollException(
                new Fault(
                        ErrorCode.STORAGE,
                        "the scores cannot be written",
                        String.valueOf(file.toAbsolutePath().getParent()),
                        "check that the folder is there, that this user may write to it, and that the disk has room"),
                cause);
    }
}
