package io.plimsoll.metric;

/** Whether a metric has a value on some rows, or why it has none. */
public enum ReadingCode {
    MEASURED,
    /** No rows to judge on. */
    NO_ROWS,
    /** Only one class among the rows. */
    ONE_CLASS,
    /** A target that cannot be, such as a negative one for a count metric, or a prediction that is not a number. */
    METRIC_UNDEFINED,
    /** Too many zero targets for a metric that divides by them. */
    ZERO_TARGETS
}
