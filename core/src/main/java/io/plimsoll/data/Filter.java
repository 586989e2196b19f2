package io.plimsoll.data;

/** Which rows of a dataset are wanted. */
public sealed interface Filter {
    /** Rows that have a value in a column. */
    record Present(String column) implements Filter {}

    /** Rows for which a condition in SQL, over the dataset's columns, is true. */
    record Condition(String sql) implements Filter {}

    /** Rows on one side of a salted hash of a column; see {@link GroupHash}. */
    record Bucket(GroupHash hash, Side side) implements Filter {}

    /** Below the hash's line, or on and above it. */
    enum Side {
        BELOW,
        ABOVE
    }
}
