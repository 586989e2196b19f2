package io.plimsoll.data;

/** Which rows of a dataset are wanted. */
public sealed interface Filter {
    /** Rows that have a value in a column. */
    record Present(String column) implements Filter {}

    /** Rows for which a condition in SQL, over the dataset's columns, is true. */
    record Condition(String sql) implements Filter {}

    /**
     * Rows for which a condition in SQL, which should hold for every row, is false. Those for which it is unknown are left out.
     *
     * @param place the key of the config file where it stands
     */
    record Broken(String sql, String place) implements Filter {}

    /** Rows on one side of a partition. */
    record Bucket(Partition partition, Side side) implements Filter {}

    /** Held out, or not. */
    enum Side {
        HELD_OUT,
        KEPT
    }
}
