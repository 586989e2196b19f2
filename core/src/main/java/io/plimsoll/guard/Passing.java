package io.plimsoll.guard;

import io.plimsoll.interval.Interval;
import org.jspecify.annotations.Nullable;

/**
 * What would have passed: the value of the metric at which the whole interval, as wide as it is, would have been on the right side.
 *
 * @param theirs the opponent's value; absent for a rule against a number
 * @param interval absent where there is none: then the figure itself at the line
 */
record Passing(
        Rule rule,
        double observed,
        @Nullable Double theirs,
        @Nullable Interval interval) {
    /** In the metric's unit; null where the metric cannot have such a value. */
    @Nullable
    Double value() {
        double needed = theirs == null ? ofNumber() : ofOpponent(theirs);
        return Double.isFinite(needed) && rule.metric().canBe(needed) ? (Double) needed : null;
    }

    private double ofNumber() {
        if (interval == null) {
            return rule.line();
        }
        return rule.metric().isLoss()
                ? rule.line() - (interval.high() - observed)
                : rule.line() + (observed - interval.low());
    }

    private double ofOpponent(double opponent) {
        double gain = rule.line() + (interval == null ? 0 : observed - interval.low());
        boolean relative = rule instanceof Rule.AgainstOpponent against && against.isRelative();
        double amount = relative ? gain * opponent : gain;
        return rule.metric().isLoss() ? opponent - amount : opponent + amount;
    }
}
