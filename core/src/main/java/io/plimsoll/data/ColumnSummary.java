package io.plimsoll.data;

/**
 * Counts of one column over all rows of a dataset, independent of row order.
 *
 * @param rows all rows
 * @param missing rows without a value
 * @param distinct different values among the others
 * @param notFinite rows that hold an infinity or NaN; 0 for columns that are not numbers
 * @param least smallest finite number, NaN where there is none
 * @param most largest finite number, NaN where there is none
 */
public record ColumnSummary(long rows, long missing, long distinct, long notFinite, double least, double most) {
    public long present() {
        return rows - missing;
    }

    /** Share of rows without a value, 0 to 1; 0 for no rows. */
    public double missingShare() {
        return rows == 0 ? 0 : (double) missing / rows;
    }
}
