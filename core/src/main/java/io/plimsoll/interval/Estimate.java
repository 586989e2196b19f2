package io.plimsoll.interval;

import io.plimsoll.metric.Metric;
import java.util.Optional;

/**
 * A figure with its uncertainty.
 *
 * @param value the figure itself, on all rows
 * @param interval 95 %, two-sided
 * @param distribution how the figure would vary over other groups of the same kind
 * @param basis what the interval was made of
 * @param second the same by another method, where there is one: DeLong's for an area under the curve
 */
public record Estimate(
        double value, Interval interval, Distribution distribution, Basis basis, Optional<Interval> second) {
    Estimate with(Optional<Interval> other) {
        return new Estimate(value, interval, distribution, basis, other);
    }

    /** No interval of a metric reaches beyond the values that it can have. */
    Estimate within(Metric metric) {
        Interval possible = new Interval(
                metric.nearestPossible(interval.low()), metric.nearestPossible(interval.high()), interval.method());
        return new Estimate(value, possible, distribution, basis, second);
    }

    /**
     * What an interval was made of.
     *
     * @param groups that can vary: those with the rarer class, for classification
     * @param effectiveGroups as many groups of one size as would count the same
     * @param replicates on which the figure had a value
     * @param undefined replicates on which it had none
     */
    public record Basis(int groups, double effectiveGroups, int replicates, int undefined) {}

    /**
     * What the interval was read from. Both chances are the one-sided p-value of a hypothesis, small where the rows speak against it; below 0.025
     * exactly where the line is outside of the interval.
     */
    @FunctionalInterface
    public interface Distribution {
        /** How little the rows speak for a true figure at or above {@code line}: below 0.025 where the interval ends below it. */
        double chanceOfAtLeast(double line);

        /** How little the rows speak for a true figure at or below {@code line}: below 0.025 where the interval begins above it. */
        default double chanceOfAtMost(double line) {
            return 1 - chanceOfAtLeast(line);
        }
    }
}
