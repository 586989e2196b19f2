package io.plimsoll.data;

import java.util.ArrayList;
import java.util.List;

/**
 * A column that two tables share, as it was and as it is.
 *
 * @param shifts in what it changed more than tables of one kind usually do; empty if in nothing
 */
public record ColumnChange(
        Column before, Column after, ColumnProfile profileBefore, ColumnProfile profileAfter, List<Shift> shifts) {
    public ColumnChange {
        shifts = List.copyOf(shifts);
    }

    /** @param column the name that both tables know it by */
    public static ColumnChange between(Dataset before, Dataset after, String column) {
        Column first = column(before, column);
        Column second = column(after, column);
        ColumnProfile profileBefore = ColumnProfile.of(before, first);
        ColumnProfile profileAfter = ColumnProfile.of(after, second);
        List<Shift> shifts = new ArrayList<>();
        if (Shift.inMissing(profileBefore, profileAfter)) {
            shifts.add(Shift.MISSING);
        }
        if (isQuantity(first) && isQuantity(second) && hasShiftedMedian(profileBefore, profileAfter)) {
            shifts.add(Shift.MEDIAN);
        }
        boolean fewLevels = Math.max(profileBefore.distinct(), profileAfter.distinct()) <= Shift.MOST_LEVELS;
        if (fewLevels && Shift.inLevels(before.levels(column), after.levels(column))) {
            shifts.add(Shift.LEVELS);
        }
        return new ColumnChange(first, second, profileBefore, profileAfter, shifts);
    }

    /** Of a column whose values name rows: its counts, and whether they are missing. */
    public static ColumnChange ofNames(Dataset before, Dataset after, String column) {
        Column first = column(before, column);
        Column second = column(after, column);
        ColumnProfile profileBefore = ColumnProfile.countsOf(before, first);
        ColumnProfile profileAfter = ColumnProfile.countsOf(after, second);
        List<Shift> shifts = Shift.inMissing(profileBefore, profileAfter) ? List.of(Shift.MISSING) : List.of();
        return new ColumnChange(first, second, profileBefore, profileAfter, shifts);
    }

    public String name() {
        return before.name();
    }

    public boolean hasOtherType() {
        return before.type() != after.type();
    }

    private static boolean hasShiftedMedian(ColumnProfile before, ColumnProfile after) {
        NumberProfile first = before.numbers();
        NumberProfile second = after.numbers();
        return first != null && second != null && Shift.inMedian(first, second);
    }

    private static boolean isQuantity(Column column) {
        return column.type() == ColumnType.INTEGER || column.type() == ColumnType.NUMBER;
    }

    private static Column column(Dataset dataset, String name) {
        return dataset.columns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no column " + name));
    }
}
