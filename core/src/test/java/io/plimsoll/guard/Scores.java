package io.plimsoll.guard;

import io.plimsoll.metric.Metric;
import java.util.Arrays;
import java.util.function.Function;

/** Scored rows and rules for tests. */
final class Scores {
    private Scores() {}

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
