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
    /** Fewer different values are no id, however few rows there are. */
    private static final int FEWEST_OF_AN_ID = 100;

    private static final long FEWEST_ROWS_OF_A_VALUE = 3;

    public long present() {
        return rows - missing;
    }

    /** Share of rows without a value, 0 to 1; 0 for no rows. */
    public double missingShare() {
        return rows == 0 ? 0 : (double) missing / rows;
    }

    /** Whether there are a hundred values or more, with fewer than three rows each on average: they name something, and are too rare to learn from. */
    public boolean isLikeAnId() {
        return distinct >= FEWEST_OF_AN_ID && present() < FEWEST_ROWS_OF_A_VALUE * distinct;
    }
}
