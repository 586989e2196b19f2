package io.plimsoll.interval;

import java.util.Arrays;

/**
 * The middle 95 % of bootstrap replicates.
 *
 * <p><b>Source</b>: Efron and Tibshirani, "An Introduction to the Bootstrap" (1993), chapter 13; p-values that count the figure itself among the
 * replicates: Davison and Hinkley, "Bootstrap Methods and their Application" (1997), section 4.2.
 */
final class PercentileInterval implements Estimate.Distribution {
    private static final double TAIL = 0.025;

    private final double[] sorted;

    /** @param replicates all defined */
    PercentileInterval(double[] replicates) {
        this.sorted = replicates.clone();
        Arrays.sort(sorted);
    }

    Interval interval() {
        int outside = outside();
        return new Interval(sorted[outside], sorted[sorted.length - 1 - outside], Interval.Method.PERCENTILE_BOOTSTRAP);
    }

    /** As many replicates as may lie beyond a line while its p-value, counted as below, is still under 0.025. */
    private int outside() {
        int most = (int) Math.ceil(TAIL * (1 + sorted.length)) - 2;
        return Math.max(0, Math.min(most, (sorted.length - 1) / 2));
    }

    @Override
    public double chanceOfAtLeast(double line) {
        return (1.0 + Arrays.stream(sorted).filter(value -> value >= line).count()) / (1.0 + sorted.length);
    }

    @Override
    public double chanceOfAtMost(double line) {
        return (1.0 + Arrays.stream(sorted).filter(value -> value <= line).count()) / (1.0 + sorted.length);
    }
}
