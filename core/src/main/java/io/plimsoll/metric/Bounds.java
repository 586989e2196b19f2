package io.plimsoll.metric;

/**
 * The ends of an interval around each prediction.
 *
 * <p><b>Shape</b>: one entry a row. <b>Units</b>: the target's own.
 */
public record Bounds(double[] low, double[] high) {
    /** Whether the interval of a row holds a value; its ends belong to it. */
    public boolean holds(int row, double value) {
        return value >= low[row] && value <= high[row];
    }

    /** Share of the rows, by weight, whose target lies in their interval; NaN for no rows. */
    public double coverage(ScoredRows rows) {
        double held = 0;
        double all = 0;
        for (int row = 0; row < rows.rows(); row++) {
            all += rows.weight()[row];
            held += holds(row, rows.target()[row]) ? rows.weight()[row] : 0;
        }
        return held / all;
    }

    /** The mean distance of the two ends, by weight; NaN for no rows. */
    public double meanWidth(ScoredRows rows) {
        double sum = 0;
        double all = 0;
        for (int row = 0; row < rows.rows(); row++) {
            all += rows.weight()[row];
            sum += rows.weight()[row] * (high[row] - low[row]);
        }
        return sum / all;
    }
}
