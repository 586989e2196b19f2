package io.plimsoll.evaluate;

import io.plimsoll.guard.Figures;

/**
 * How well intervals hold the targets of rows that judge.
 *
 * @param level share that they are meant to hold
 * @param held share that they hold, by weight
 * @param meanWidth of the intervals, in the target's own unit
 */
public record Coverage(double level, double held, double meanWidth) {
    /** {@code intervals of 90% hold 88.7% of the rows, 12.4 wide on average}. */
    public String sentence() {
        return "intervals of " + Figures.percent(level) + " hold " + Figures.percent(held) + " of the rows, "
                + Figures.of(meanWidth) + " wide on average";
    }
}
