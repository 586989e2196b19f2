package io.plimsoll.guard;

import io.plimsoll.interval.Interval;
import io.plimsoll.metric.Metric;
import org.jspecify.annotations.Nullable;

/** One line of a guardrail. */
public sealed interface Rule {
    Metric metric();

    WhenInconclusive whenInconclusive();

    /** Where the rule is judged by slices; absent where it is judged on all rows together. */
    @Nullable
    Slice slice();

    /** The figure on which right and wrong part. */
    double line();

    /** Whether a figure is on the right side: the metric's value, or the gain over the opponent. */
    boolean isMetBy(double observed);

    /** What an interval says: it must lie on one side as a whole to say anything. */
    default Result resultOf(Interval interval) {
        boolean low = isMetBy(interval.low());
        boolean high = isMetBy(interval.high());
        return low && high ? Result.PASS : low || high ? Result.INCONCLUSIVE : Result.FAIL;
    }

    /** The rule as a person would say it: {@code auc at least 0.55}. */
    String sentence();

    /** The candidate's own figure against a number. */
    record AgainstNumber(
            Metric metric,
            Bound bound,
            double limit,
            @Nullable Slice slice,
            WhenInconclusive whenInconclusive) implements Rule {
        @Override
        public String sentence() {
            return metric.label()
                    + (bound == Bound.AT_LEAST ? " at least " : " at most ")
                    + Figures.of(limit)
                    + within(slice);
        }

        @Override
        public double line() {
            return limit;
        }

        @Override
        public boolean isMetBy(double observed) {
            return bound == Bound.AT_LEAST ? observed >= limit : observed <= limit;
        }
    }

    /** Which side of the number is right; it follows from the metric's direction. */
    enum Bound {
        AT_LEAST,
        AT_MOST
    }

    /** The candidate's gain over an opponent, on identical rows. */
    record AgainstOpponent(
            Metric metric,
            Opponent opponent,
            Margin margin,
            @Nullable Slice slice,
            WhenInconclusive whenInconclusive) implements Rule {
        @Override
        public String sentence() {
            String demand = margin.kind() == Margin.Kind.BETTER_BY ? " better than " : " worse than ";
            String by = margin.kind() == Margin.Kind.BETTER_BY ? " by more than " : " by at most ";
            return metric.label() + demand + opponent.label() + by + amount() + within(slice);
        }

        @Override
        public double line() {
            return margin.leastGain();
        }

        @Override
        public boolean isMetBy(double observed) {
            return margin.isMetBy(observed);
        }

        public boolean isRelative() {
            return margin.unit() == Margin.Unit.FRACTION_OF_OPPONENT;
        }

        private String amount() {
            return margin.unit() == Margin.Unit.METRIC ? Figures.of(margin.amount()) : Figures.percent(margin.amount());
        }
    }

    private static String within(@Nullable Slice slice) {
        return slice == null ? "" : " in each " + slice.column();
    }
}
