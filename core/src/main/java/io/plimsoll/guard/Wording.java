package io.plimsoll.guard;

import io.plimsoll.metric.Reading;
import java.util.Locale;
import java.util.Objects;

/** Says in a sentence what a finding's figures say, and what would have passed. */
final class Wording {
    private Wording() {}

    static String ofNumber(Rule.AgainstNumber rule, Measure measure) {
        double observed = Objects.requireNonNull(measure.observed());
        String line = rule.metric().label() + " is " + Figures.of(observed);
        boolean least = rule.bound() == Rule.Bound.AT_LEAST;
        String side = (least ? "at least " : "at most ") + Figures.of(rule.limit());
        if (rule.isMetBy(observed)) {
            return line + "; the line is " + side;
        }
        String miss = Figures.of(Math.abs(observed - rule.limit())) + (least ? " short of" : " beyond") + " the line";
        return line + ", " + miss + "; " + side + " would have passed";
    }

    static String ofOpponent(Rule.AgainstOpponent rule, Measure measure) {
        double own = Objects.requireNonNull(measure.candidate());
        double other = Objects.requireNonNull(measure.opponent());
        double observed = Objects.requireNonNull(measure.observed());
        String line = String.format(
                Locale.ROOT,
                "%s is %s against %s of the %s on %s in %s",
                rule.metric().label(),
                Figures.of(own),
                Figures.of(other),
                rule.opponent().label(),
                Figures.count(measure.rows(), "common row"),
                Figures.count(measure.groups(), "group"));
        String dropped = measure.dropped() == 0 ? "" : String.format(Locale.ROOT, " (%,d dropped)", measure.dropped());
        String gain = observed == 0
                ? "no difference"
                : amount(rule, Math.abs(observed)) + (observed > 0 ? " better" : " worse");
        return line + dropped + ": " + gain + (rule.margin().isMetBy(observed) ? "" : "; " + passing(rule, other));
    }

    static String ofUndefined(Reading reading, FindingCode code) {
        String metric = reading.metric().label();
        return switch (code) {
            case ZERO_TARGETS ->
                String.format(
                        Locale.ROOT,
                        "%s has no value where the target is 0, which leaves out %,d of %s to judge on; use wape or"
                                + " mae_skill, or raise max_zero_share",
                        metric,
                        reading.leftOut(),
                        Figures.count(reading.rows() + reading.leftOut(), "row"));
            case ONE_CLASS ->
                metric + " needs both classes, and the rows to judge on (" + reading.rows()
                        + ") are all of one; enlarge the holdout";
            case NO_ROWS -> metric + " has no rows to be measured on; enlarge the holdout";
            default ->
                metric + " has no value on the " + Figures.count(reading.rows(), "row")
                        + " to judge on: a target or prediction is not one that it is defined for, or the targets"
                        + " are all alike; choose another metric";
        };
    }

    /** The value that the candidate would have needed. */
    private static String passing(Rule.AgainstOpponent rule, double other) {
        Margin margin = rule.margin();
        double unit = margin.unit() == Margin.Unit.FRACTION_OF_OPPONENT ? other : 1;
        double needed = rule.metric().isLoss() ? other - margin.leastGain() * unit : other + margin.leastGain() * unit;
        boolean strict = margin.kind() == Margin.Kind.BETTER_BY;
        boolean loss = rule.metric().isLoss();
        double nearest = !strict ? needed : loss ? Math.nextDown(needed) : Math.nextUp(needed);
        if (!rule.metric().canBe(nearest)) {
            return "no " + rule.metric().label() + " would have passed, the opponent is too good for this margin";
        }
        String side = loss ? (strict ? "below " : "at most ") : (strict ? "above " : "at least ");
        return rule.metric().label() + " " + side + Figures.of(needed) + " would have passed";
    }

    private static String amount(Rule.AgainstOpponent rule, double amount) {
        boolean percent = rule.margin().unit() == Margin.Unit.FRACTION_OF_OPPONENT;
        return percent ? Figures.percent(amount) : Figures.of(amount);
    }
}
