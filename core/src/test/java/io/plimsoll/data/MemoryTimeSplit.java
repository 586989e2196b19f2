package io.plimsoll.data;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A split by time over rows in memory, in the plainest way that there is. */
record MemoryTimeSplit(TimeSplit split, ToIntFunction<String> index, List<Column> columns) {
    Predicate<@Nullable Object[]> judged() {
        int on = index.applyAsInt(split.on());
        return row -> row[on] != null && !isBefore(row, TimeSplit.Line::judged);
    }

    Predicate<@Nullable Object[]> trained(List<@Nullable Object[]> rows) {
        int group = index.applyAsInt(split.group());
        int on = index.applyAsInt(split.on());
        Set<String> judged = rows.stream()
                .filter(judged())
                .map(row -> MemoryDataset.text(Objects.requireNonNull(row[group])))
                .collect(Collectors.toSet());
        return row -> row[on] != null
                && isBefore(row, TimeSplit.Line::trained)
                && !judged.contains(MemoryDataset.text(Objects.requireNonNull(row[group])));
    }

    /** Dates of four-digit years compare as texts do. */
    private boolean isBefore(@Nullable Object[] row, Function<TimeSplit.Line, String> bound) {
        int on = index.applyAsInt(split.on());
        String value = MemoryDataset.text(Objects.requireNonNull(row[on]));
        TimeSplit.Line line = split.line(columns.get(on).type()).orElseThrow();
        return line.type().isNumeric()
                ? Double.parseDouble(value) < Double.parseDouble(bound.apply(line))
                : value.compareTo(bound.apply(line)) < 0;
    }
}
