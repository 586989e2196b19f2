package io.plimsoll.validate;

import io.plimsoll.data.ColumnFigures;
import io.plimsoll.data.Dataset;
import io.plimsoll.data.Level;
import io.plimsoll.data.NumberFigures;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How far one column is from what it was. A figure is absent where it cannot be had: of a column that had no values, or not its values listed.
 *
 * @param psi population stability index, over the bins or categories that the column had; missing values left out
 * @param psiByChance what psi stays under by chance in 999 of 1,000 tables, were nothing different
 * @param lInfinity largest difference of the share of any one category
 * @param newCategories categories that the column did not have
 * @param newRows rows that have one of these
 * @param missingBefore share of rows without a value
 */
public record ColumnDrift(
        String column,
        @Nullable Double psi,
        @Nullable Double psiByChance,
        @Nullable Double lInfinity,
        @Nullable Long newCategories,
        @Nullable Long newRows,
        double missingBefore,
        double missingAfter) {
    /** Of more categories, the rarer ones are one. */
    private static final int MOST_BINS = 20;

    static ColumnDrift ofNumbers(ColumnFigures before, double missingBefore, Dataset after) {
        NumberFigures numbers = before.numbers();
        long[] bins = numbers == null ? new long[0] : numbers.inBins(after, before.name());
        return ofNumbers(
                before, missingBefore, bins, after.summary(before.name()).missingShare());
    }

    /** @param bins rows now, in the bins that the column had */
    public static ColumnDrift ofNumbers(ColumnFigures before, double missingBefore, long[] bins, double missingAfter) {
        NumberFigures numbers = before.numbers();
        Stability stability = numbers == null ? null : new Stability(unboxed(numbers.cutRows()), bins);
        return new ColumnDrift(
                before.name(),
                stability == null || stability.isEmpty() ? null : stability.index(),
                stability == null || stability.isEmpty() ? null : stability.byChance(),
                null,
                null,
                null,
                missingBefore,
                missingAfter);
    }

    static ColumnDrift ofCategories(ColumnFigures before, double missingBefore, Dataset after) {
        boolean comparable = before.listsAllLevels() && !before.levels().isEmpty();
        return ofCategories(
                before,
                missingBefore,
                comparable ? after.levels(before.name()) : List.of(),
                after.summary(before.name()).missingShare());
    }

    /** @param now the values that occur; empty where they were not counted */
    public static ColumnDrift ofCategories(
            ColumnFigures before, double missingBefore, List<Level> now, double missingAfter) {
        if (!before.listsAllLevels() || before.levels().isEmpty() || now.isEmpty()) {
            return new ColumnDrift(before.name(), null, null, null, null, null, missingBefore, missingAfter);
        }
        Set<String> known = new HashSet<>();
        before.levels().forEach(level -> known.add(level.value()));
        List<Level> unknown =
                now.stream().filter(level -> !known.contains(level.value())).toList();
        Shares shares = new Shares(before.levels(), now);
        Stability stability = shares.stability(MOST_BINS);
        return new ColumnDrift(
                before.name(),
                stability.index(),
                stability.byChance(),
                shares.largestDifference(),
                (long) unknown.size(),
                unknown.stream().mapToLong(Level::rows).sum(),
                missingBefore,
                missingAfter);
    }

    private static long[] unboxed(List<Long> counts) {
        return counts.stream().mapToLong(Long::longValue).toArray();
    }
}
