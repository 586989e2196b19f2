package io.plimsoll.local.duckdb;

import io.plimsoll.data.ByValue;
import io.plimsoll.data.Column;
import io.plimsoll.data.ColumnType;
import io.plimsoll.data.Filter;
import io.plimsoll.data.GroupFold;
import io.plimsoll.data.GroupFolds;
import io.plimsoll.data.GroupHash;
import io.plimsoll.data.GroupSet;
import io.plimsoll.data.HeldValue;
import io.plimsoll.data.Partition;
import io.plimsoll.data.TimeSplit;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The sides of a partition as conditions in SQL.
 *
 * @param relation whose rows are parted
 * @param columns of the relation, by name
 */
record Parting(String relation, Function<String, Column> columns) {
    String sql(Partition partition, Filter.Side side) {
        boolean held = side == Filter.Side.HELD_OUT;
        if (partition instanceof TimeSplit split) {
            return held ? later(split) : trained(split);
        }
        String condition = held((ByValue) partition);
        return held ? condition : "NOT " + condition;
    }

    private String later(TimeSplit split) {
        return "(" + Sql.name(split.on()) + " >= "
                + value(line(split).type(), line(split).judged()) + ")";
    }

    private String trained(TimeSplit split) {
        String group = Sql.name(split.group());
        return "(" + Sql.name(split.on()) + " < "
                + value(line(split).type(), line(split).trained()) + " AND " + group
                + " NOT IN (SELECT " + group + " FROM " + relation + " WHERE " + later(split) + " AND " + group
                + " IS NOT NULL))";
    }

    private TimeSplit.Line line(TimeSplit split) {
        return split.line(columns.apply(split.on()).type())
                .orElseThrow(() -> new IllegalArgumentException("no times in " + split.on()));
    }

    private static String value(ColumnType type, String text) {
        // compared as numbers, not rounded to an integer
        String known = type == ColumnType.INTEGER ? "DOUBLE" : ColumnTypes.duckDb(type);
        return "CAST(" + Sql.text(text) + " AS " + known + ")";
    }

    private String held(ByValue partition) {
        if (partition instanceof GroupFolds) {
            return "false";
        }
        String value = Sql.textForm(columns.apply(partition.column()));
        if (partition instanceof GroupHash hash) {
            return "(" + digits(hash.salt(), value) + " < " + Sql.text(hash.line()) + ")";
        }
        if (partition instanceof GroupFold fold) {
            String digits = digits(fold.salt(), value);
            return "(" + digits + " >= " + Sql.text(fold.from()) + " AND " + digits + " < " + Sql.text(fold.until())
                    + ")";
        }
        if (partition instanceof GroupSet set) {
            return "(" + value + " IN (" + set.groups().stream().map(Sql::text).collect(Collectors.joining(", "))
                    + "))";
        }
        return "(" + value + " = " + Sql.text(((HeldValue) partition).value()) + ")";
    }

    private static String digits(String salt, String value) {
        return "substr(md5(" + Sql.text(salt + ":") + " || " + value + "), 1, 8)";
    }
}
