package io.plimsoll.local.duckdb;

import io.plimsoll.data.Column;
import io.plimsoll.data.LevelFigure;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The query that makes figures of the rows with each value of a column.
 *
 * @param columns of the relation, by name
 */
record LevelQuery(String relation, Function<String, Column> columns) {
    /** The names of its columns: {@code f0} on, and {@code l}. */
    static Scan scan(List<LevelFigure> figures) {
        return new Scan(
                IntStream.range(0, figures.size()).mapToObj(i -> "f" + i).toList(), List.of("l"));
    }

    /** As a relation. */
    String sql(List<LevelFigure> figures, String per) {
        String aggregates = IntStream.range(0, figures.size())
                .mapToObj(i -> ", CAST(" + aggregate(figures.get(i)) + " AS DOUBLE) AS f" + i)
                .collect(Collectors.joining());
        return "(SELECT " + Sql.textForm(columns.apply(per)) + " AS l" + aggregates + " FROM " + relation + " WHERE "
                + Sql.name(per) + " IS NOT NULL GROUP BY l ORDER BY l)";
    }

    private String aggregate(LevelFigure figure) {
        if (figure instanceof LevelFigure.Present present) {
            return "count(" + number(present.column()) + ")";
        }
        if (figure instanceof LevelFigure.Least least) {
            return "min(" + number(least.column()) + ")";
        }
        if (figure instanceof LevelFigure.Most most) {
            return "max(" + number(most.column()) + ")";
        }
        if (figure instanceof LevelFigure.Distinct distinct) {
            return "count(DISTINCT " + Sql.name(columns.apply(distinct.column()).name()) + ")";
        }
        return figure instanceof LevelFigure.With with
                ? "count(*) FILTER (WHERE " + Sql.textForm(columns.apply(with.column())) + " = "
                        + Sql.text(with.value()) + ")"
                : "count(*)";
    }

    private String number(String name) {
        Column column = columns.apply(name);
        return switch (column.type()) {
            case NUMBER -> "nullif(" + Sql.number(column) + ", CAST('NaN' AS DOUBLE))";
            default -> Sql.number(column);
        };
    }
}
