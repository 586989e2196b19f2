package io.plimsoll.metric;

/**
 * A metric's value on some rows, or why it has none.
 *
 * @param value NaN where the metric is undefined
 * @param code {@code MEASURED}, or the reason why it is undefined
 * @param rows rows that entered the value
 * @param leftOut rows that the metric has no meaning for: zero targets under {@code mape}
 */
public record Reading(Metric metric, double value, ReadingCode code, long rows, long leftOut) {
    public boolean isDefined() {
        return code == ReadingCode.MEASURED;
    }

    /** Share of rows left out, 0 to 1. */
    public double leftOutShare() {
        return rows + leftOut == 0 ? 0 : (double) leftOut / (rows + leftOut);
    }

    static Reading of(Metric metric, double value, long rows, long leftOut) {
        if (Double.isFinite(value)) {
            return new Reading(metric, value, ReadingCode.MEASURED, rows, leftOut);
        }
        return undefined(metric, ReadingCode.METRIC_UNDEFINED, rows, leftOut);
    }

    static Reading undefined(Metric metric, ReadingCode code, long rows, long leftOut) {
        return new Reading(metric, Double.NaN, code, rows, leftOut);
    }
}
