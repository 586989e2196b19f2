package io.plimsoll.config;

import io.plimsoll.config.bind.Default;
import io.plimsoll.config.bind.Description;
import io.plimsoll.config.bind.Range;
import io.plimsoll.guard.Margin;
import io.plimsoll.guard.Opponent;
import io.plimsoll.guard.Rule;
import io.plimsoll.guard.Slice;
import io.plimsoll.guard.WhenInconclusive;
import io.plimsoll.metric.Metric;
import java.util.List;
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

        @Description("Judge the rule in each value of this column by itself") @Nullable
        String slice,

        @Description("Fewest rows of a slice that is judged, in rows") @Range(min = 1, max = 1e9) @Nullable
        Integer minRows,

        @Description("Values of the slice's column that must be among the rows to judge on") @Default("[]")
        List<Label> slices,

        @Description("Who decides where this rule is inconclusive; default: as the guardrail says") @Nullable
        WhenInconclusive whenInconclusive) {
    private static final int USUAL_ROWS = 50;

    public RuleConfig {
        slices = List.copyOf(slices);
    }

    /** @param usual what the guardrail says about inconclusive results; null where it says nothing */
    Rule rule(@Nullable WhenInconclusive usual) {
        if (against == null) {
            Rule.Bound bound = atLeast == null ? Rule.Bound.AT_MOST : Rule.Bound.AT_LEAST;
            double limit = Objects.requireNonNull(atLeast == null ? atMost : atLeast, "checked when the file was read");
            return new Rule.AgainstNumber(
                    metric, bound, limit, sliced(), inconclusive(usual, WhenInconclusive.ESTIMATE));
        }
        Margin margin = betterBy == null
                ? Objects.requireNonNull(worseByAtMost, "checked when the file was read")
                        .margin(Margin.Kind.WORSE_BY_AT_MOST)
                : betterBy.margin(Margin.Kind.BETTER_BY);
        WhenInconclusive otherwise = betterBy == null ? WhenInconclusive.ESTIMATE : WhenInconclusive.REFUSE;
        return new Rule.AgainstOpponent(metric, against, margin, sliced(), inconclusive(usual, otherwise));
    }

    private @Nullable Slice sliced() {
        int least = minRows == null ? USUAL_ROWS : minRows;
        return slice == null
                ? null
                : new Slice(slice, least, slices.stream().map(Label::text).toList());
    }

    private WhenInconclusive inconclusive(@Nullable WhenInconclusive usual, WhenInconclusive otherwise) {
        if (whenInconclusive != null) {
            return whenInconclusive;
        }
        return usual == null ? otherwise : usual;
    }
}
