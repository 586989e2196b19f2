package io.plimsoll.guard;

import io.plimsoll.interval.Interval;
import io.plimsoll.metric.Metric;
import io.plimsoll.metric.Reading;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says in a sentence what a finding's figures say, and what would have passed. */
final class Wording {
    private final Rule rule;
    private final Measure measure;

    Wording(Rule rule, Measure measure) {
        this.rule = rule;
        this.measure = measure;
    }

    /** The figures: {@code wape is 0.62 against 0.65 of the champion on 1,204 common rows in 96 groups: 4.6% better, …}. */
    String figures() {
        return rule instanceof Rule.AgainstOpponent against ? ofOpponent(against) : ofNumber();
    }

    /** The figures, and what they mean for the rule. */
    String conclusion(Result result) {
        Interval interval = measure.interval();
        String range = interval == null || isPoint(interval) ? "it" : "the whole range";
        return switch (result) {
            case PASS -> figures() + "; " + range + " meets the line";
            case FAIL -> figures() + "; " + range + " misses the line; " + passing();
            default -> figures() + "; the line lies within the range, so these rows cannot tell; " + passing();
        };
    }

    private String passing() {
        Double value = measure.passing();
        String metric = rule.metric().label();
        if (value == null) {
            return "no " + metric + " would have passed on these rows";
        }
        String side = rule.metric().isLoss() ? " or less" : " or more";
        return metric + " of about " + Figures.of(value) + side + " would have passed";
    }

    private String ofNumber() {
        Interval interval = measure.interval();
        return rule.metric().label() + " is " + Figures.of(measure.observed())
                + (interval == null
                        ? ""
                        : between(Figures.of(interval.low()), Figures.of(interval.high()), interval) + ",")
                + " on " + rows("row");
    }

    private String ofOpponent(Rule.AgainstOpponent against) {
        boolean training = against.opponent() instanceof Opponent.Training;
        Double theirs = measure.opponent();
        String line = String.format(
                Locale.ROOT,
                "%s is %s against %s %s on %s",
                rule.metric().label(),
                Figures.of(measure.candidate()),
                theirs == null ? "nothing" : Figures.of(theirs),
                training
                        ? "on the training rows,"
                        : "of the " + against.opponent().label(),
                rows(training ? "row" : "common row"));
        int dropped = measure.over().dropped();
        String left = dropped == 0 ? "" : String.format(Locale.ROOT, " (%,d dropped)", dropped);
        return line + left + ": " + gain(against, measure.observed()) + range(against, measure.interval());
    }

    private static String gain(Rule.AgainstOpponent against, double gain) {
        return gain == 0 ? "no difference" : amount(against, Math.abs(gain)) + side(gain);
    }

    private static String range(Rule.AgainstOpponent against, @Nullable Interval interval) {
        if (interval == null) {
            return "";
        }
        double low = interval.low();
        double high = interval.high();
        if (low >= 0) {
            return between(amount(against, low), amount(against, high) + " better", interval);
        }
        if (high <= 0) {
            return between(amount(against, -high), amount(against, -low) + " worse", interval);
        }
        return between(amount(against, -low) + " worse", amount(against, high) + " better", interval);
    }

    private static String between(String low, String high, Interval interval) {
        return isPoint(interval) ? ", the same in every group" : ", between " + low + " and " + high + " (95%)";
    }

    private static boolean isPoint(Interval interval) {
        return interval.low() == interval.high();
    }

    private static String side(double gain) {
        return gain > 0 ? " better" : " worse";
    }

    private String rows(String noun) {
        return Figures.count(measure.over().rows(), noun) + " in "
                + Figures.count(measure.over().groups(), "group");
    }

    private static String amount(Rule.AgainstOpponent rule, double amount) {
        return rule.isRelative() ? Figures.percent(amount) : Figures.of(amount);
    }

    static String ofSeenHoldout(int dropped) {
        return "the opponent was trained on all " + dropped
                + " holdout rows or cannot score them; keep the split of its training, or judge against a number";
    }

    static String ofPerfectOpponent(Metric metric) {
        return "the opponent's " + metric.label()
                + " is 0 or next to it, so that nothing is a percentage of it; state the margin as a number";
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
}
