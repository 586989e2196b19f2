package io.plimsoll.data;

import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which rows in memory a filter lets through. */
record MemoryFilter(ToIntFunction<String> index, List<Column> columns, List<@Nullable Object[]> rows) {
    private static final Pattern CONDITION = Pattern.compile("(\\w+) > (-?[0-9.]+)");

    Predicate<@Nullable Object[]> wanted(Filter filter) {
        if (filter instanceof Filter.Present present) {
            int column = index.applyAsInt(present.column());
            return row -> row[column] != null;
        }
        if (filter instanceof Filter.Bucket bucket) {
            return wanted(bucket.partition(), bucket.side() == Filter.Side.HELD_OUT);
        }
        if (filter instanceof Filter.Broken broken) {
            Matcher condition = condition(broken.sql());
            int column = index.applyAsInt(condition.group(1));
            return row -> row[column] != null && !holds(condition, row);
        }
        Matcher condition = condition(((Filter.Condition) filter).sql());
        return row -> holds(condition, row);
    }

    private Predicate<@Nullable Object[]> wanted(Partition partition, boolean held) {
        if (partition instanceof TimeSplit split) {
            MemoryTimeSplit parted = new MemoryTimeSplit(split, index, columns);
            return held ? parted.judged() : parted.trained(rows);
        }
        ByValue byValue = (ByValue) partition;
        int group = index.applyAsInt(byValue.column());
        return row -> byValue.holdsOut(MemoryDataset.text(Objects.requireNonNull(row[group]))) == held;
    }

    private boolean holds(Matcher condition, @Nullable Object[] row) {
        return MemoryDataset.number(row[index.applyAsInt(condition.group(1))]) > Double.parseDouble(condition.group(2));
    }

    private static Matcher condition(String sql) {
        Matcher condition = CONDITION.matcher(sql);
        if (!condition.matches()) {
            throw new IllegalArgumentException("not a condition that this table knows");
        }
        return condition;
    }
}
