package io.plimsoll.guard;

import io.plimsoll.interval.Interval;
import org.jspecify.annotations.Nullable;

/**
 * The figures behind a finding, all in the metric's unit.
 *
 * @param candidate the candidate's value
 * @param opponent the opponent's value on the same rows; absent for number rules
 * @param observed what is held against the limit: the candidate's value, or its gain over the opponent (positive is better), as a fraction of
 *     the opponent's loss where the margin is a percentage
 * @param limit the line
 * @param interval of {@code observed}; absent where too many resamples have no value
 * @param reliable whether there are groups enough for the interval to mean what it says
 * @param passing about what the metric would have had to be, with the same spread, to pass for certain; absent where no value would do
 * @param over the rows that it was measured on
 */
public record Measure(
        double candidate,
        @Nullable Double opponent,
        double observed,
        double limit,
        @Nullable Interval interval,
        boolean reliable,
        @Nullable Double passing,
        Extent over) {
    /**
     * Rows that figures rest on.
     *
     * @param rows rows on which both were measured
     * @param groups groups of these rows
     * @param dropped rows left out because the opponent was trained on them or cannot score them
     */
    public record Extent(int rows, int groups, int dropped) {}
}
