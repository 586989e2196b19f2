package io.plimsoll.config;

import io.plimsoll.config.bind.Check;
import io.plimsoll.config.bind.Parts;
import io.plimsoll.config.yaml.Faults;
import io.plimsoll.guard.Opponent;
import io.plimsoll.metric.Metric;
import io.plimsoll.metric.StandardMetric;
import io.plimsoll.metric.Task;
import java.util.Optional;

/** A guardrail without a rule would let everything pass, or nothing. */
final class GuardrailChecks implements Check {
    /** Lists check that they are not empty by themselves. */
    @Override
    public void check(Parts parts, Faults faults) {}

    @Override
    public Optional<String> remedy(String key, Parts parts) {
        return key.equals("rules")
                ? parts.within(ModelConfig.class)
                        .map(model -> "add a rule, for example: rules: [" + example(model) + "]")
                : Optional.empty();
    }

    /** A rule that any useful model of this type can meet, on the metric that its owner cares for. */
    static String example(Parts model) {
        Task task = model.get("task", Task.class).orElse(Task.REGRESSION);
        Opponent naive = task == Task.REGRESSION ? Opponent.Naive.MEDIAN : Opponent.Naive.PRIOR;
        Metric metric = model.get("metric", Metric.class)
                .filter(chosen -> chosen.task() == task)
                .orElse(task == Task.REGRESSION ? StandardMetric.WAPE : StandardMetric.AUC);
        String margin = metric.isLoss() ? "5%" : "0.01";
        return "{metric: " + metric.label() + ", against: " + naive.label() + ", better_by: " + margin + "}";
    }
}
