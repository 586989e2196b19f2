package io.plimsoll.actuals;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.actuals.LineFinding.Side;
import io.plimsoll.guard.Guardrail;
import io.plimsoll.guard.Margin;
import io.plimsoll.guard.Opponent;
import io.plimsoll.guard.Rule;
import io.plimsoll.guard.Slice;
import io.plimsoll.guard.WhenInconclusive;
import io.plimsoll.metric.Metered;
import io.plimsoll.metric.Metering;
import io.plimsoll.metric.Metric;
import io.plimsoll.metric.StandardMetric;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LiveLineTest {
    /** A metric that is 0.75 on as many rows as there are. */
    private static Metering threeOfFour(int rows) {
        double[] target = IntStream.range(0, rows).mapToDouble(i -> i % 2).toArray();
        double[] prediction = IntStream.range(0, rows)
                .mapToDouble(i -> i % 4 == 3 ? 0 : i % 2)
                .toArray();
        return Metered.metering(target, prediction);
    }

    @Test
    void aLineIsHeldWhereTheEstimateMeetsIt() {
        assertThat(side(atLeast(0.6), threeOfFour(400))).isEqualTo(Side.HELD);
        assertThat(side(atLeast(0.74), threeOfFour(400)))
                .as("within the interval")
                .isEqualTo(Side.HELD);
    }

    @Test
    void aLineIsCrossedWhereTheWholeIntervalIsBeyond() {
        LineFinding finding = finding(atLeast(0.9), threeOfFour(400));

        assertThat(finding.side()).isEqualTo(Side.CROSSED);
        assertThat(finding.rule()).isEqualTo("accuracy at least 0.9");
        assertThat(finding.explanation())
                .startsWith("accuracy is 0.75, between ")
                .contains("on 400 rows in 400 groups; the whole range misses the line");
    }

    @Test
    void itIsInDoubtWhereOnlyTheEstimateIsBeyond() {
        assertThat(side(atLeast(0.76), threeOfFour(400))).isEqualTo(Side.IN_DOUBT);
        assertThat(finding(atLeast(0.9), threeOfFour(40)).explanation())
                .contains("fewer than min_groups 100; by the point estimate alone");
        assertThat(side(atLeast(0.9), threeOfFour(40))).isEqualTo(Side.IN_DOUBT);
    }

    @Test
    void whatUseCannotTellIsSaid() {
        Rule prior = new Rule.AgainstOpponent(
                StandardMetric.ACCURACY,
                Opponent.Naive.PRIOR,
                new Margin(Margin.Kind.BETTER_BY, 0.1, Margin.Unit.METRIC),
                null,
                WhenInconclusive.REFUSE);
        Rule sliced = number(StandardMetric.ACCURACY, 0.9, new Slice("country", 30, List.of()));

        assertThat(finding(prior, threeOfFour(400)))
                .isEqualTo(new LineFinding(
                        "accuracy better than prior by more than 0.1",
                        Side.NOT_JUDGED,
                        null,
                        "it compares with prior, which is done on the holdout of a training run"));
        assertThat(finding(sliced, threeOfFour(400)).explanation())
                .isEqualTo("it is judged by slices, which is done on the holdout of a training run");
        assertThat(finding(atLeast(0.9), threeOfFour(0)).explanation())
                .isEqualTo("of no row that the champion predicted is it known what happened");
        assertThat(finding(number(StandardMetric.AUC, 0.9, null), threeOfFour(1))
                        .explanation())
                .isEqualTo("auc needs both classes, and the rows are all of one");
    }

    @Test
    void eachRuleHasItsFinding() {
        Guardrail guardrail =
                new Guardrail(List.of(atLeast(0.9), atLeast(0.5)), new Guardrail.Needs(100, 10, 0), 0.95, List.of());

        assertThat(new LiveLine(guardrail, threeOfFour(400)).findings().stream().map(LineFinding::side))
                .containsExactly(Side.CROSSED, Side.HELD);
    }

    private static Side side(Rule rule, Metering live) {
        return finding(rule, live).side();
    }

    private static LineFinding finding(Rule rule, Metering live) {
        Guardrail guardrail = new Guardrail(List.of(rule), new Guardrail.Needs(100, 10, 0), 0.95, List.of());
        return new LiveLine(guardrail, live).findings().get(0);
    }

    private static Rule atLeast(double limit) {
        return number(StandardMetric.ACCURACY, limit, null);
    }

    private static Rule number(Metric metric, double limit, @Nullable Slice slice) {
        return new Rule.AgainstNumber(metric, Rule.Bound.AT_LEAST, limit, slice, WhenInconclusive.ESTIMATE);
    }
}
