package io.plimsoll.local.duckdb;

import io.plimsoll.data.Column;
import io.plimsoll.data.ColumnType;
import io.plimsoll.data.Dataset;
import io.plimsoll.engine.EngineLimits;
import io.plimsoll.engine.RowDifference;
import io.plimsoll.engine.Snapshots;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Parquet files as tables of an embedded DuckDB. */
public final class DuckDbSnapshots implements Snapshots {
    private final Database database;
    private final List<Dataset> tables;

    private DuckDbSnapshots(Database database, List<Dataset> tables) {
        this.database = database;
        this.tables = List.copyOf(tables);
    }

    /** @param scratch a folder for spilled files */
    public static DuckDbSnapshots open(List<Path> files, Path scratch, EngineLimits limits) {
        Database database = Database.open(scratch, limits.threads(), limits.memory());
        TableNames names = new TableNames();
        try {
            List<Dataset> tables = new ArrayList<>();
            for (Path file : files) {
                tables.add(load(file, database, names));
            }
            database.lock();
            return new DuckDbSnapshots(database, tables);
        } catch (SQLException e) {
            database.close();
            throw Database.failure(e);
        }
    }

    private static Dataset load(Path file, Database database, TableNames names) throws SQLException {
        String table = names.next();
        database.execute(
                "CREATE TABLE " + table + " AS SELECT * FROM read_parquet(" + Sql.text(Sql.literally(file)) + ")");
        List<Column> columns = new ArrayList<>();
        for (List<@Nullable String> row : database.rows("DESCRIBE " + table)) {
            String type = Objects.requireNonNull(row.get(1));
            ColumnType known = ColumnTypes.of(type)
                    .orElseThrow(() -> new IllegalArgumentException("no snapshot has a column of the type " + type));
            columns.add(new Column(Objects.requireNonNull(row.get(0)), known));
        }
        return new DuckDbDataset(database, names, table, columns);
    }

    @Override
    public List<Dataset> tables() {
        return tables;
    }

    @Override
    public RowDifference compare(Dataset before, Dataset after, String key, List<String> columns) {
        RowMatch match = new RowMatch((DuckDbDataset) before, (DuckDbDataset) after);
        try {
            List<@Nullable String> counts =
                    database.rows(match.sql(key, columns)).get(0);
            SortedMap<String, Long> changedBy = new TreeMap<>();
            for (int i = 0; i < columns.size(); i++) {
                long changed = count(counts.get(RowMatch.TOTALS + i));
                if (changed > 0) {
                    changedBy.put(columns.get(i), changed);
                }
            }
            return new RowDifference(count(counts.get(0)), count(counts.get(1)), count(counts.get(2)), changedBy);
        } catch (SQLException e) {
            throw Database.failure(e);
        }
    }

    @Override
    public void close() {
        database.close();
    }

    private static long count(@Nullable String number) {
        return Long.parseLong(Objects.requireNonNull(number));
    }
}
