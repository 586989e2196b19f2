package io.plimsoll.local.duckdb;

import io.plimsoll.data.Column;
import io.plimsoll.data.ColumnType;
import io.plimsoll.data.Dataset;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.Fault;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.read.SourceFacts;
import io.plimsoll.read.Sources;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Sources loaded as tables of one database. */
final class DuckDbSources implements Sources {
    private final Database database;
    private final TableNames names = new TableNames();
    private final List<SourceFacts> facts;

    DuckDbSources(Database database, List<SourceFacts> facts) {
        this.database = database;
        this.facts = List.copyOf(facts);
    }

    @Override
    public List<SourceFacts> facts() {
        return facts;
    }

    @Override
    public Dataset select(String sql, String key) {
        try {
            database.lock();
            String query = UserSql.select(database, sql);
            List<Column> columns = columnsOf(query);
            String table = names.next();
            String order = columns.stream().anyMatch(c -> c.name().equals(key)) ? " ORDER BY " + Sql.name(key) : "";
            database.execute("CREATE TABLE " + table + " AS SELECT "
                    + columns.stream().map(DuckDbSources::canonical).collect(Collectors.joining(", ")) + " FROM ("
                    + query
                    + "\n)" + order);
            return new DuckDbDataset(database, names, table, columns);
        } catch (SQLException e) {
            throw SqlFaults.invalid(e, SqlUse.QUERY);
        }
    }

    @Override
    public void close() {
        database.close();
    }

    private List<Column> columnsOf(String query) throws SQLException {
        List<Column> columns = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (List<@Nullable String> row : database.rows("DESCRIBE " + query)) {
            String name = Objects.requireNonNull(row.get(0));
            String duckDbType = Objects.requireNonNull(row.get(1));
            Optional<ColumnType> type = ColumnTypes.of(duckDbType);
            if (type.isEmpty()) {
                faults.add(
                        fault("column '" + name + "' has the type " + duckDbType, "CAST it to a number, text or date"));
            }
            if (!seen.add(name.toLowerCase(Locale.ROOT))) {
                faults.add(fault("the query gives the column '" + name + "' twice", "name each column once, with AS"));
            }
            type.ifPresent(t -> columns.add(new Column(name, t)));
        }
        if (!faults.isEmpty()) {
            throw new PlimsollException(faults);
        }
        return columns;
    }

    private static Fault fault(String what, String help) {
        return new Fault(ErrorCode.QUERY_INVALID, what, SqlUse.QUERY.path(), help);
    }

    /** One type a kind, blank text as missing, and no negative zero. */
    private static String canonical(Column column) {
        String name = Sql.name(column.name());
        String cast = "CAST(" + name + " AS " + ColumnTypes.duckDb(column.type()) + ")";
        String value = switch (column.type()) {
            case TEXT -> "nullif(" + cast + ", '')";
            case NUMBER -> cast + " + 0.0";
            default -> cast;
        };
        return value + " AS " + name;
    }
}
