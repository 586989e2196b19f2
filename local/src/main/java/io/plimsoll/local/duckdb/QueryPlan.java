package io.plimsoll.local.duckdb;

import io.plimsoll.canonical.CanonicalJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What DuckDB would do for a SELECT, and whether it looks at more than one row of a source to make one. */
final class QueryPlan {
    private static final Set<String> AGGREGATES = Set.of(
            "HASH_GROUP_BY",
            "PERFECT_HASH_GROUP_BY",
            "PARTITIONED_AGGREGATE",
            "UNGROUPED_AGGREGATE",
            "SIMPLE_AGGREGATE");
    private static final Set<String> WINDOWS = Set.of("WINDOW", "STREAMING_WINDOW");
    private static final Set<String> LIMITS =
            Set.of("LIMIT", "STREAMING_LIMIT", "LIMIT_PERCENT", "TOP_N", "RESERVOIR_SAMPLE", "STREAMING_SAMPLE");

    /** DuckDB's own, for a subquery that is asked once for each row. */
    private static final String ONE_ROW_AT_A_TIME = "__duckdb_delim_";

    private final Set<String> reference;
    private final Map<String, Reach> reachByIndex = new HashMap<>();
    private @Nullable String found;

    /** Which rows to score a step of the plan sees: none, the one at hand, or all of them. */
    private enum Reach {
        NONE,
        ROW,
        ROWS
    }

    /** A step of a plan, with those that it takes rows from. */
    record Node(
            @Nullable String name,
            List<Node> children,
            @Nullable Map<String, Object> extraInfo) {
        String extra(String key) {
            return extraInfo == null ? "" : Objects.toString(extraInfo.get(key), "");
        }
    }

    private QueryPlan(Set<String> reference) {
        this.reference = reference;
    }

    /** See {@link io.plimsoll.read.Sources#acrossRows}. */
    static Optional<String> acrossRows(Database database, String sql, Set<String> reference) {
        try {
            database.lock();
            String query = UserSql.select(database, sql);
            String json = Objects.requireNonNull(
                    database.rows("EXPLAIN (FORMAT json) " + query).get(0).get(1));
            QueryPlan plan = new QueryPlan(reference);
            plan.reach(read(json));
            return Optional.ofNullable(plan.found);
        } catch (SQLException e) {
            throw SqlFaults.invalid(e, SqlUse.QUERY);
        }
    }

    private static Node read(String json) {
        try {
            return CanonicalJson.read(("{\"children\":" + json + "}").getBytes(StandardCharsets.UTF_8), Node.class);
        } catch (IOException e) {
            throw new IllegalStateException(
                    "the plan of a query is not written as this version of DuckDB writes it", e);
        }
    }

    private Reach reach(Node node) {
        String name = Objects.toString(node.name(), "").strip();
        if (name.equals("CTE")) {
            return named(node);
        }
        if (name.equals("CTE_SCAN")) {
            return reachByIndex.getOrDefault(node.extra("CTE Index"), Reach.ROWS);
        }
        if (node.children().isEmpty()) {
            return isSource(name, node) ? Reach.ROWS : Reach.NONE;
        }
        List<Reach> seen = node.children().stream().map(this::reach).toList();
        if (seen.contains(Reach.ROWS)) {
            note(name, seen.stream().filter(reach -> reach != Reach.NONE).count());
        }
        return Collections.max(seen);
    }

    private Reach named(Node node) {
        Reach made = reach(node.children().get(0));
        boolean oneRow = node.extra("CTE Name").startsWith(ONE_ROW_AT_A_TIME);
        reachByIndex.put(node.extra("Table Index"), oneRow && made == Reach.ROWS ? Reach.ROW : made);
        return node.children().stream().skip(1).map(this::reach).reduce(made, (a, b) -> a.compareTo(b) > 0 ? a : b);
    }

    private boolean isSource(String name, Node node) {
        if (name.startsWith("READ_")) {
            return true;
        }
        String table = node.extra("Table");
        return !table.isEmpty() && !reference.contains(table.substring(table.lastIndexOf('.') + 1));
    }

    /** The innermost is what the others follow from. */
    private void note(String name, long sides) {
        if (found != null) {
            return;
        }
        if (AGGREGATES.contains(name)) {
            found = "an aggregate or DISTINCT";
        } else if (WINDOWS.contains(name)) {
            found = "a window function";
        } else if (LIMITS.contains(name)) {
            found = "a LIMIT or a sample";
        } else if (sides > 1 && name.toUpperCase(Locale.ROOT).contains("JOIN")) {
            found = "a join of rows with each other";
        }
    }
}
