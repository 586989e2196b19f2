package io.plimsoll.config;

import io.plimsoll.config.bind.Description;
import io.plimsoll.guard.Margin;
import io.plimsoll.guard.Opponent;
import io.plimsoll.guard.Rule;
import io.plimsoll.guard.WhenInconclusive;
import io.plimsoll.metric.Metric;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One rule as written: a metric against a number, or against an opponent with a margin. */
@Description("A metric against a number, or against an opponent with a margin")
public record RuleConfig(
        @Description("What is measured") Metric metric,

        @Description("The least that the metric may be, for metrics that are better when larger") @Nullable
        Double atLeast,

        @Description("The most that the metric may be, for losses") @Nullable
        Double atMost,

        @Description("Whom the model is compared with on the same rows") @Nullable
        Opponent against,

        @Description("How much better than the opponent the model must be: 0.01, or 5% of the opponent's loss")
        @Nullable
        MarginAmount betterBy,

        @Description("How much worse than the opponent the model may be: 0.01, or 2% of the opponent's loss") @Nullable
        MarginAmount worseByAtMost,

        @Description("Who decides where this rule is inconclusive; default: as the guardrail says") @Nullable
        WhenInconclusive whenInconclusive) {

    /** @param usual what the guardrail says about inconclusive results; null where it says nothing */
    Rule rule(@Nullable WhenInconclusive usual) {
        if (against == null) {
            Rule.Bound bound = atLeast == null ? Rule.Bound.AT_MOST : Rule.Bound.AT_LEAST;
            double limit = Objects.requireNonNull(atLeast == null ? atMost : atLeast, "checked when the file was read");
            return new Rule.AgainstNumber(metric, bound, limit, inconclusive(usual, WhenInconclusive.ESTIMATE));
        }
        Margin margin = betterBy == null
                ? Objects.requireNonNull(worseByAtMost, "checked when the file was read")
                        .margin(Margin.Kind.WORSE_BY_AT_MOST)
                : betterBy.margin(Margin.Kind.BETTER_BY);
        WhenInconclusive otherwise = betterBy == null ? WhenInconclusive.ESTIMATE : WhenInconclusive.REFUSE;
        return new Rule.AgainstOpponent(metric, against, margin, inconclusive(usual, otherwise));
    }

    private WhenInconclusive inconclusive(@Nullable WhenInconclusive usual, WhenInconclusive otherwise) {
        if (whenInconclusive != null) {
            return whenInconclusive;
        }
        return usual == null ? otherwise : usual;
    }
}
