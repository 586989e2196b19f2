package io.plimsoll.interval;

/**
 * A figure with its uncertainty.
 *
 * @param value the figure itself, on all rows
 * @param interval 95 %, two-sided
 * @param distribution how the figure would vary over other groups of the same kind
 */
public record Estimate(double value, Interval interval, Distribution distribution) {
    /** What the interval was read from. */
    @FunctionalInterface
    public interface Distribution {
        /** How little the rows speak for a true figure at or above {@code line}, the one-sided p-value of that hypothesis: small where the figure is surely below. */
        double chanceOfAtLeast(double line);
    }
}
