package io.plimsoll.guard;

import io.plimsoll.metric.Metric;

/** One line of a guardrail. */
public sealed interface Rule {
    Metric metric();

    WhenInconclusive whenInconclusive();

    /** The rule as a person would say it: {@code auc at least 0.55}. */
    String sentence();

    /** The candidate's own figure against a number. */
    record AgainstNumber(Metric metric, Bound bound, double limit, WhenInconclusive whenInconclusive) implements Rule {
        @Override
        public String sentence() {
            return metric.label() + (bound == Bound.AT_LEAST ? " at least " : " at most ") + Figures.of(limit);
        }

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
    record AgainstOpponent(Metric metric, Opponent opponent, Margin margin, WhenInconclusive whenInconclusive)
            implements Rule {
        @Override
        public String sentence() {
            String demand = margin.kind() == Margin.Kind.BETTER_BY ? " better than " : " worse than ";
            String by = margin.kind() == Margin.Kind.BETTER_BY ? " by more than " : " by at most ";
            return metric.label() + demand + opponent.label() + by + amount();
        }

        private String amount() {
            return margin.unit() == Margin.Unit.METRIC ? Figures.of(margin.amount()) : Figures.percent(margin.amount());
        }
    }
}
