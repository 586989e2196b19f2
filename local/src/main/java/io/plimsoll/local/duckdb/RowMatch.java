package io.plimsoll.local.duckdb;

import io.plimsoll.data.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The query that counts in what two tables differ, row by row. */
record RowMatch(DuckDbDataset before, DuckDbDataset after) {
    /** How many counts come before those of the columns: added, removed and changed rows. */
    static final int TOTALS = 3;

    String sql(String key, List<String> columns) {
        List<String> differences = IntStream.range(0, columns.size())
                .mapToObj(i -> "a.c" + i + " IS DISTINCT FROM b.c" + i)
                .toList();
        String both = "a.k IS NOT NULL AND b.k IS NOT NULL AND ";
        List<String> counts = new ArrayList<>();
        counts.add(count("a.k IS NULL"));
        counts.add(count("b.k IS NULL"));
        counts.add(count(both + "(" + (columns.isEmpty() ? "false" : String.join(" OR ", differences)) + ")"));
        differences.forEach(difference -> counts.add(count(both + difference)));
        return "SELECT " + String.join(", ", counts) + " FROM (" + side(before, key, columns) + ") a FULL JOIN ("
                + side(after, key, columns) + ") b ON a.k = b.k";
    }

    private String side(DuckDbDataset table, String key, List<String> columns) {
        String values = IntStream.range(0, columns.size())
                .mapToObj(i -> ", " + value(table, columns.get(i)) + " AS c" + i)
                .collect(Collectors.joining());
        return "SELECT " + Sql.textForm(table.column(key)) + " AS k" + values + " FROM " + table.relation();
    }

    private String value(DuckDbDataset table, String name) {
        Column column = table.column(name);
        boolean sameType = before.column(name).type() == after.column(name).type();
        return sameType ? Sql.name(name) : Sql.textForm(column);
    }

    private static String count(String condition) {
        return "count(*) FILTER (WHERE " + condition + ")";
    }
}
