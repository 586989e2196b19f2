package io.plimsoll.guard;

import org.jspecify.annotations.Nullable;

/**
 * The figures behind a finding, all in the metric's unit.
 *
 * @param candidate the candidate's value; absent where the metric is undefined
 * @param opponent the opponent's value on the same rows; absent for number rules
 * @param observed what is held against the limit: the candidate's value, or its gain over the opponent (positive is better), as a fraction of
 *     the opponent's loss where the margin is a percentage
 * @param limit the line
 * @param rows rows on which both were measured
 * @param groups groups of these rows
 * @param dropped holdout rows left out because the opponent was trained on them or cannot score them
 */
public record Measure(
        @Nullable Double candidate,
        @Nullable Double opponent,
        @Nullable Double observed,
        double limit,
        int rows,
        int groups,
        int dropped) {}
