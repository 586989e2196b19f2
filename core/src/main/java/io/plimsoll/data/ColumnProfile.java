package io.plimsoll.data;

import org.jspecify.annotations.Nullable;

/**
 * What a column holds, in figures.
 *
 * @param missing rows without a value
 * @param distinct different values among the others
 * @param numbers absent for a column that holds no finite number
 */
public record ColumnProfile(
        long rows, long missing, long distinct, @Nullable NumberProfile numbers) {
    /** Counts alone, which tell no value. */
    public static ColumnProfile countsOf(Dataset dataset, Column column) {
        ColumnSummary summary = dataset.summary(column.name());
        return new ColumnProfile(summary.rows(), summary.missing(), summary.distinct(), null);
    }

    public static ColumnProfile of(Dataset dataset, Column column) {
        ColumnProfile counts = countsOf(dataset, column);
        NumberProfile numbers = column.type().isNumeric()
                ? NumberProfile.of(dataset, column.name()).orElse(null)
                : null;
        return new ColumnProfile(counts.rows(), counts.missing(), counts.distinct(), numbers);
    }

    /** Share of rows without a value, 0 to 1; 0 for no rows. */
    public double missingShare() {
        return rows == 0 ? 0 : (double) missing / rows;
    }
}
