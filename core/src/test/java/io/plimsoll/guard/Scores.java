package io.plimsoll.guard;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Scored rows and rules for tests. */
final class Scores {
    static final Baseline BASELINE = new Baseline(3, 2);

    private Scores() {}

    static double[] row(double... values) {
        return values;
    }

    /** Rows of weight 1, each a group of its own. */
    static ScoredRows rows(double[] target, double[] prediction) {
        return rows(target, prediction, target.length);
    }

    /** Rows of weight 1, dealt to so many groups in turn. */
    static ScoredRows rows(double[] target, double[] prediction, int groups) {
        double[] weight = new double[target.length];
        Arrays.fill(weight, 1);
        String[] group = IntStream.range(0, target.length)
                .mapToObj(i -> "g" + i % Math.max(1, groups))
                .toArray(String[]::new);
        return new ScoredRows(target, prediction, weight, group);
    }

    static Metering metering(double[] target, double[] prediction) {
        return new Metering(rows(target, prediction), BASELINE, 0.5);
    }

    static Reading read(Metric metric, double[] target, double[] prediction) {
        return metering(target, prediction).read(metric);
    }

    /** A guardrail that any number of groups suffices for. */
    static Guardrail guardrail(Rule... rules) {
        return new Guardrail(Arrays.asList(rules), 1, 1, 0);
    }

    static Rule.AgainstNumber atLeast(Metric metric, double limit) {
        return new Rule.AgainstNumber(metric, Rule.Bound.AT_LEAST, limit, WhenInconclusive.ESTIMATE);
    }

    static Rule.AgainstNumber atMost(Metric metric, double limit) {
        return new Rule.AgainstNumber(metric, Rule.Bound.AT_MOST, limit, WhenInconclusive.ESTIMATE);
    }

    static Rule.AgainstOpponent betterBy(Metric metric, Opponent opponent, double amount, Margin.Unit unit) {
        Margin margin = new Margin(Margin.Kind.BETTER_BY, amount, unit);
        return new Rule.AgainstOpponent(metric, opponent, margin, WhenInconclusive.REFUSE);
    }

    static Rule.AgainstOpponent worseByAtMost(Metric metric, Opponent opponent, double amount, Margin.Unit unit) {
        Margin margin = new Margin(Margin.Kind.WORSE_BY_AT_MOST, amount, unit);
        return new Rule.AgainstOpponent(metric, opponent, margin, WhenInconclusive.ESTIMATE);
    }

    /** An opponent that predicts this, on rows that are all comparable. */
    static Function<Opponent, Standing> predicting(double... prediction) {
        boolean[] comparable = new boolean[prediction.length];
        Arrays.fill(comparable, true);
        return opponent -> new Standing.Scored(prediction, comparable);
    }

    static Finding only(Verdict verdict) {
        return verdict.findings().get(0);
    }
}
