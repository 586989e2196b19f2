package io.plimsoll.local.duckdb;

import io.plimsoll.data.Column;
import io.plimsoll.data.ColumnType;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds the narrowest type that holds every value of each text column. It depends on the set of values only, never on their order.
 *
 * <p>Cheap questions come first, so that the dear ones are asked of few columns.
 */
final class ColumnTyping {
    /** Digits that are a name rather than a quantity: a leading zero, or 17 and more, which is more than a double can hold. */
    private static final String IDENTIFIER = "'^[-+]?(0[0-9]|[0-9]{17,})'";

    /** The largest number of 16 digits. */
    private static final String LARGEST = "9999999999999999";

    private final Database database;
    private final String table;
    private final List<String> names;
    private final Map<String, Long> present = new HashMap<>();

    /** @param table holds every column as VARCHAR, with NULL for missing */
    ColumnTyping(Database database, String table, List<String> names) {
        this.database = database;
        this.table = table;
        this.names = names;
    }

    List<Column> columns() throws SQLException {
        List<Long> values = count(names, "count(%s)");
        for (int i = 0; i < names.size(); i++) {
            present.put(names.get(i), values.get(i));
        }
        List<String> numeric = allOf(nonEmpty(), "count(TRY_CAST(%s AS DOUBLE))");
        List<String> integers = allOf(
                numeric,
                "count(*) FILTER (WHERE CAST(TRY_CAST(%1$s AS BIGINT) AS VARCHAR) = %1$s"
                        + " AND TRY_CAST(%1$s AS BIGINT) BETWEEN -" + LARGEST + " AND " + LARGEST + ")");
        List<String> quantities = allOf(
                without(numeric, integers),
                "count(*) FILTER (WHERE isfinite(TRY_CAST(%1$s AS DOUBLE)) AND NOT contains(%1$s, '_')"
                        + " AND NOT regexp_matches(%1$s, " + IDENTIFIER + "))");
        List<String> dates = allOf(
                without(nonEmpty(), numeric),
                "count(*) FILTER (WHERE %1$s LIKE '____-__-__' AND TRY_CAST(%1$s AS DATE) IS NOT NULL)");
        return names.stream()
                .map(name -> new Column(name, type(name, integers, quantities, dates)))
                .toList();
    }

    private static ColumnType type(String name, List<String> integers, List<String> quantities, List<String> dates) {
        if (integers.contains(name)) {
            return ColumnType.INTEGER;
        }
        if (quantities.contains(name)) {
            return ColumnType.NUMBER;
        }
        return dates.contains(name) ? ColumnType.DATE : ColumnType.TEXT;
    }

    private List<String> nonEmpty() {
        return names.stream().filter(name -> present.getOrDefault(name, 0L) > 0).toList();
    }

    /** Of these columns those for which a count gives every value that is present. */
    private List<String> allOf(List<String> columns, String count) throws SQLException {
        List<Long> counts = count(columns, count);
        List<String> all = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            if (Objects.equals(counts.get(i), present.get(columns.get(i)))) {
                all.add(columns.get(i));
            }
        }
        return all;
    }

    private List<Long> count(List<String> columns, String count) throws SQLException {
        if (columns.isEmpty()) {
            return List.of();
        }
        List<String> counts = columns.stream()
                .map(column -> count.replace("%1$s", "%s").replace("%s", Sql.name(column)))
                .toList();
        List<@Nullable String> row = database.rows("SELECT " + String.join(", ", counts) + " FROM " + table)
                .get(0);
        return row.stream()
                .map(number -> Long.valueOf(Objects.requireNonNull(number)))
                .toList();
    }

    private static List<String> without(List<String> all, List<String> taken) {
        return all.stream().filter(name -> !taken.contains(name)).toList();
    }
}
