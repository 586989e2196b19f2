package io.plimsoll.config;

import io.plimsoll.config.bind.Check;
import io.plimsoll.config.bind.Parts;
import io.plimsoll.config.yaml.Faults;
import io.plimsoll.config.yaml.Node.Mapping;
import io.plimsoll.guard.Figures;
import io.plimsoll.guard.Margin;
import io.plimsoll.guard.Opponent;
import io.plimsoll.metric.Metric;
import io.plimsoll.metric.Task;
import java.util.List;
import java.util.Optional;

/** A rule must say one thing, and something that a model can meet. */
final class RuleChecks implements Check {
    private static final String FORMS =
            "write {metric: …, at_least: …}, {metric: …, at_most: …} or {metric: …, against: …, better_by: …}";
    private static final String MARGINS = "add better_by (must win) or worse_by_at_most (may lose a little)";

    @Override
    public void check(Parts parts, Faults faults) {
        Optional<Task> task = parts.within(ModelConfig.class).flatMap(model -> model.get("task", Task.class));
        checkForm(parts.node(), parts, faults);
        task.ifPresent(known -> MetricChecks.checkTask(parts, "metric", known, faults));
        parts.get("metric", Metric.class).ifPresent(metric -> checkMetric(metric, parts, faults));
        checkNaive(parts, task, faults);
        checkSlice(parts, faults);
    }

    private static void checkSlice(Parts parts, Faults faults) {
        Mapping rule = parts.node();
        boolean named = !parts.itemsAt("slices").isEmpty();
        for (String key : List.of("min_rows", "slices")) {
            if (!rule.has("slice") && rule.has(key) && (named || key.equals("min_rows"))) {
                faults.add(parts.at(key), "is for a rule with a slice", "add 'slice: COLUMN', or leave it out");
            }
        }
        if (rule.has("slice")) {
            parts.get("against", Opponent.class)
                    .filter(Opponent.Training.class::isInstance)
                    .ifPresent(train -> faults.add(
                            parts.at("slice"),
                            "training rows and holdout rows have other groups, so no slice of them can be compared",
                            "leave slice out of the rule against train"));
        }
    }

    private static void checkForm(Mapping rule, Parts parts, Faults faults) {
        boolean number = rule.has("at_least") || rule.has("at_most");
        boolean margin = rule.has("better_by") || rule.has("worse_by_at_most");
        if (!rule.has("against")) {
            if (margin) {
                faults.add(rule, "has a margin but no opponent", "add 'against: champion', or median, mean or prior");
            } else if (!number) {
                faults.add(rule, "says neither a number nor an opponent", FORMS);
            } else if (rule.has("at_least") && rule.has("at_most")) {
                faults.add(rule, "has at_least and at_most", "keep one of them, or write two rules");
            }
            return;
        }
        if (number) {
            faults.add(rule, "is against a number and against an opponent", "write two rules");
        }
        if (!margin) {
            faults.add(parts.at("against"), "needs a margin", MARGINS);
        } else if (rule.has("better_by") && rule.has("worse_by_at_most")) {
            faults.add(rule, "has better_by and worse_by_at_most", "keep one of them");
        }
    }

    private static void checkMetric(Metric metric, Parts parts, Faults faults) {
        String name = metric.label();
        if (metric.isLoss() && parts.node().has("at_least")) {
            faults.add(parts.at("at_least"), name + " is better when smaller", "write at_most");
        }
        if (!metric.isLoss() && parts.node().has("at_most")) {
            faults.add(parts.at("at_most"), name + " is better when larger", "write at_least");
        }
        for (String bound : List.of("at_least", "at_most")) {
            parts.get(bound, Double.class)
                    .filter(limit -> !metric.canBe(limit))
                    .ifPresent(limit -> faults.add(
                            parts.at(bound),
                            name + " can never be " + Figures.of(limit),
                            "give a value that " + name + " can have"));
        }
        for (String margin : List.of("better_by", "worse_by_at_most")) {
            parts.get(margin, MarginAmount.class)
                    .filter(amount -> !metric.isLoss() && amount.unit() == Margin.Unit.FRACTION_OF_OPPONENT)
                    .ifPresent(amount -> faults.add(
                            parts.at(margin),
                            "a percentage is of the opponent's loss, and " + name + " is not a loss",
                            "write a number, such as 0.01"));
        }
        parts.get("better_by", MarginAmount.class)
                .filter(amount -> isOutOfReach(metric, amount))
                .ifPresent(amount -> faults.add(
                        parts.at("better_by"),
                        "no model can be better by so much in " + name,
                        "give a smaller margin"));
    }

    /** A margin as wide as everything that the metric can be; a gain in percent is at most the whole loss. */
    private static boolean isOutOfReach(Metric metric, MarginAmount margin) {
        if (margin.unit() == Margin.Unit.FRACTION_OF_OPPONENT) {
            return metric.isLoss() && margin.amount() >= 1;
        }
        return !metric.canBe(-Double.MIN_VALUE) && !metric.canBe(Math.nextUp(margin.amount()));
    }

    private static void checkNaive(Parts parts, Optional<Task> task, Faults faults) {
        Optional<Opponent.Naive> naive = parts.get("against", Opponent.class)
                .filter(Opponent.Naive.class::isInstance)
                .map(Opponent.Naive.class::cast);
        if (naive.isPresent() && task.isPresent() && naive.get().task() != task.get()) {
            String sentence = naive.get().label() + " is an opponent for "
                    + MetricChecks.label(naive.get().task()) + ", and this is " + MetricChecks.label(task.get());
            String help = task.get() == Task.REGRESSION ? "write mean, median or champion" : "write prior or champion";
            faults.add(parts.at("against"), sentence, help);
        }
    }
}
