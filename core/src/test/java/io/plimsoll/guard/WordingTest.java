package io.plimsoll.guard;

import static io.plimsoll.guard.Scores.atLeast;
import static io.plimsoll.guard.Scores.atMost;
import static io.plimsoll.guard.Scores.betterBy;
import static io.plimsoll.guard.Scores.predicting;
import static io.plimsoll.guard.Scores.worseByAtMost;
import static io.plimsoll.metric.Metered.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.metric.Metered;
import io.plimsoll.metric.Metric;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every sentence that a rule can come to, as a person reads it. */
class WordingTest {
    private static final Opponent CHAMPION = new Opponent.Champion();

    @Test
    void readsAloud() throws IOException {
        String said = Stream.of(againstNumbers(), againstOpponents(), notComparable(), inconclusive())
                .flatMap(List::stream)
                .map(finding -> finding.rule().sentence() + "\n  " + finding.result() + " " + finding.code() + ": "
                        + finding.explanation() + "\n")
                .collect(Collectors.joining());

        assertThat(said).isEqualTo(golden());
    }

    private static List<Finding> againstNumbers() {
        return List.of(
                judge(atLeast(Metric.ACCURACY, 0.5), row(1, 0), row(1, 0), WordingTest::nobody),
                judge(atLeast(Metric.ACCURACY, 0.55), row(1, 0), row(1, 1), WordingTest::nobody),
                judge(atMost(Metric.MAE, 2), row(1, 2), row(2, 3), WordingTest::nobody),
                judge(atMost(Metric.MAE, 0.75), row(1, 2), row(2, 3), WordingTest::nobody),
                judge(atLeast(Metric.R2, 0), row(1, 2), row(2, 1), WordingTest::nobody));
    }

    private static List<Finding> againstOpponents() {
        double[] target = ramp(1, 1500);
        double[] own = ramp(2, 1500);
        double[] better = ramp(1.75, 1500);
        return List.of(
                judge(worse(0.5), target, own, predicting(better)),
                judge(worse(0.125), target, own, predicting(better)),
                judge(worsePercent(0.5), target, own, predicting(better)),
                judge(worsePercent(0.02), target, own, predicting(better)),
                judge(better(0.125), target, better, predicting(own)),
                judge(better(0.25), target, better, predicting(own)),
                judge(betterPercent(0.05), target, better, predicting(own)),
                judge(betterPercent(0.25), target, better, predicting(own)),
                judge(better(0), target, own, predicting(own)),
                judge(worse(0.5), target, own, opponent -> new Standing.Scored(better, last400(1500))),
                judge(
                        betterBy(Metric.ACCURACY, Opponent.Naive.PRIOR, 0.5, Margin.Unit.METRIC),
                        row(1, 0, 0, 0),
                        row(1, 0, 0, 0),
                        predicting(0.25, 0.25, 0.25, 0.25)),
                judge(better(0.5), row(1, 2), row(1, 2), predicting(1.25, 2.25)),
                judge(
                        worseByAtMost(Metric.AUC, CHAMPION, 0.01, Margin.Unit.METRIC),
                        row(1, 0, 0),
                        row(0.5, 0.5, 0.1),
                        predicting(0.9, 0.2, 0.1)),
                judge(worse(1), target, own, WordingTest::nobody));
    }

    private static List<Finding> notComparable() {
        return List.of(
                judge(atMost(Metric.MAPE, 0.3), row(0, 2, 4), row(1, 2, 4), WordingTest::nobody),
                judge(atMost(Metric.MAPE, 0.3), row(0), row(1), WordingTest::nobody),
                judge(atLeast(Metric.AUC, 0.6), row(1, 1), row(0.2, 0.4), WordingTest::nobody),
                judge(atMost(Metric.MAE, 1), row(), row(), WordingTest::nobody),
                judge(atMost(Metric.POISSON_DEVIANCE, 1), row(1, 2), row(0, 1), WordingTest::nobody),
                judge(worse(1), row(1, 2), row(0, 1), opponent -> new Standing.Scored(row(0, 0), new boolean[2])),
                judge(worsePercent(0.02), row(1, 2), row(1, 2), predicting(1, 2)),
                judge(
                        worse(1),
                        row(1),
                        row(1),
                        opponent -> new Standing.NotComparable(
                                FindingCode.DIFFERENT_QUESTION, "lung-enrollment@3 has another target")));
    }

    private static List<Finding> inconclusive() {
        Guardrail groups = new Guardrail(List.of(atMost(Metric.MAE, 0.5)), 30, 10, 0);
        Guardrail one = new Guardrail(List.of(worse(0.5)), 30, 10, 0);
        Guardrail rarer = new Guardrail(List.of(atLeast(Metric.ACCURACY, 0.5)), 2, 10, 0);
        return List.of(
                judge(groups, row(1, 2), row(2, 3), WordingTest::nobody),
                judge(one, row(1), row(1), predicting(1)),
                judge(rarer, row(1, 0, 0), row(1, 0, 1), WordingTest::nobody));
    }

    private static Rule worse(double amount) {
        return worseByAtMost(Metric.MAE, CHAMPION, amount, Margin.Unit.METRIC);
    }

    private static Rule worsePercent(double amount) {
        return worseByAtMost(Metric.MAE, CHAMPION, amount, Margin.Unit.FRACTION_OF_OPPONENT);
    }

    private static Rule better(double amount) {
        return betterBy(Metric.MAE, Opponent.Naive.MEDIAN, amount, Margin.Unit.METRIC);
    }

    private static Rule betterPercent(double amount) {
        return betterBy(Metric.MAE, Opponent.Naive.MEDIAN, amount, Margin.Unit.FRACTION_OF_OPPONENT);
    }

    private static Standing nobody(Opponent opponent) {
        return new Standing.Absent();
    }

    private static double[] ramp(double start, int rows) {
        return IntStream.range(0, rows).mapToDouble(i -> start + i).toArray();
    }

    private static boolean[] last400(int rows) {
        boolean[] last = new boolean[rows];
        Arrays.fill(last, true);
        Arrays.fill(last, 0, rows - 400, false);
        return last;
    }

    private static Finding judge(
            Rule rule, double[] target, double[] prediction, Function<Opponent, Standing> standings) {
        return judge(Scores.guardrail(rule), target, prediction, standings);
    }

    private static Finding judge(
            Guardrail guardrail, double[] target, double[] prediction, Function<Opponent, Standing> standings) {
        return Scores.only(new Judge(guardrail, Metered.metering(target, prediction), standings).verdict());
    }

    private static String golden() throws IOException {
        try (InputStream in = WordingTest.class.getResourceAsStream("explanations.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
