package io.plimsoll.interval;

/**
 * A 95 % confidence interval.
 *
 * <p><b>Units</b>: those of the figure that it is of.
 */
public record Interval(double low, double high, Method method) {
    /** How an interval was made. */
    public enum Method {
        PERCENTILE_BOOTSTRAP,
        JACKKNIFE_T,
        DELONG
    }
}
