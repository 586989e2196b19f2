package io.plimsoll.config;

import io.plimsoll.config.bind.Default;
import io.plimsoll.config.bind.Description;
import io.plimsoll.config.bind.NotEmpty;
import io.plimsoll.config.bind.Percentage;
import io.plimsoll.config.bind.Range;
import io.plimsoll.guard.Guardrail;
import io.plimsoll.guard.WhenInconclusive;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules that decide whether a model is registered. */
@Description("The rules that decide whether a model is registered")
public record GuardrailConfig(
        @Description(
                "judge registers a model that the rules allow; rehearse judges and records alike, and registers nothing")
        @Default("judge")
        Mode mode,

        @Description("Who decides where a rule is inconclusive; default: the estimate, and refuse for better_by")
        @Nullable
        WhenInconclusive whenInconclusive,

        @Description("Fewest groups in the holdout that allow a conclusion") @Default("30") @Range(min = 1, max = 1e6)
        int minGroups,

        @Description("Fewest groups in the holdout that hold the rarer class; classification only")
        @Default("10")
        @Range(min = 1, max = 1e6)
        int minGroupsOfRarerClass,

        @Description("Largest share of zero targets at which a rule on mape is still judged") @Default("0")
        Percentage maxZeroShare,

        @Description(
                "Value of auc (classification) or mae_skill (regression) from which on a model, or one feature alone, is taken for a leak")
        @Default("0.95")
        @Range(above = 0.5, max = 1)
        double suspicious,

        @Description("Alarms that are none, each with the reason") @Default("[]")
        List<AcceptConfig> accept,

        @Description("One line each: a metric against a number or an opponent") @NotEmpty
        List<RuleConfig> rules) {
    public GuardrailConfig {
        accept = List.copyOf(accept);
        rules = List.copyOf(rules);
    }

    /** What follows from a decision. */
    public enum Mode {
        /** A model that the rules allow is registered. */
        JUDGE,
        /** Nothing is registered, whatever the decision. */
        REHEARSE
    }

    /** The guardrail as it is judged, every rule saying for itself what an inconclusive result means. */
    public Guardrail guardrail() {
        return new Guardrail(
                rules.stream().map(rule -> rule.rule(whenInconclusive)).toList(),
                new Guardrail.Needs(minGroups, minGroupsOfRarerClass, maxZeroShare.fraction()),
                suspicious,
                accept.stream().map(AcceptConfig::acceptance).toList());
    }
}
