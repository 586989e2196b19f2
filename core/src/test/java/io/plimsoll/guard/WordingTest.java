package io.plimsoll.guard;

import static io.plimsoll.guard.Scores.atLeast;
import static io.plimsoll.guard.Scores.atMost;
import static io.plimsoll.guard.Scores.betterBy;
import static io.plimsoll.guard.Scores.guardrail;
import static io.plimsoll.guard.Scores.predicting;
import static io.plimsoll.guard.Scores.tiled;
import static io.plimsoll.guard.Scores.worseByAtMost;
import static io.plimsoll.metric.Metered.row;

import io.plimsoll.config.Golden;
import io.plimsoll.metric.Metered;
import io.plimsoll.metric.StandardMetric;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
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
        String said = Stream.of(againstNumbers(), againstOpponents(), uncertain(), notComparable(), inconclusive())
                .flatMap(List::stream)
                .map(finding -> finding.rule().sentence() + "\n  " + finding.result() + " " + finding.code() + ": "
                        + finding.explanation() + "\n")
                .collect(Collectors.joining());

        Golden.assertHolds(Path.of("src/test/resources/io/plimsoll/guard/explanations.txt"), said);
    }

    private static List<Finding> againstNumbers() {
        return List.of(
                judge(atLeast(StandardMetric.ACCURACY, 0.5), row(1, 0), row(1, 0), WordingTest::nobody),
                judge(atLeast(StandardMetric.ACCURACY, 0.55), row(1, 0), row(1, 1), WordingTest::nobody),
                judge(atMost(StandardMetric.MAE, 2), row(1, 2), row(2, 3), WordingTest::nobody),
                judge(atMost(StandardMetric.MAE, 0.75), row(1, 2), row(2, 3), WordingTest::nobody),
                judge(atLeast(StandardMetric.R2, 0), row(1, 2), row(2, 1), WordingTest::nobody));
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
                        betterBy(StandardMetric.ACCURACY, Opponent.Naive.PRIOR, 0.5, Margin.Unit.METRIC),
                        row(1, 0, 0, 0),
                        row(1, 0, 0, 0),
                        predicting(0.25, 0.25, 0.25, 0.25)),
                judge(better(0.5), row(1, 2), row(1, 2), predicting(1.25, 2.25)),
                judge(
                        worseByAtMost(StandardMetric.AUC, CHAMPION, 0.01, Margin.Unit.METRIC),
                        row(1, 0, 0),
                        row(0.5, 0.5, 0.1),
                        predicting(0.9, 0.2, 0.1)),
                judge(worse(1), target, own, WordingTest::nobody));
    }

    /** Both are off by up to 8, the better one by 1 less in two groups of three and by 1 more in the third. */
    private static List<Finding> uncertain() {
        double[] target = ramp(100, 90);
        double[] own =
                IntStream.range(0, 90).mapToDouble(i -> target[i] + 1 + i % 7).toArray();
        double[] other = IntStream.range(0, 90)
                .mapToDouble(i -> own[i] + (i % 3 == 0 ? -1 : 1))
                .toArray();
        return List.of(
                judge(atMost(StandardMetric.MAE, 5), target, own, WordingTest::nobody),
                judge(atMost(StandardMetric.MAE, 4.2), target, own, WordingTest::nobody),
                judge(atMost(StandardMetric.MAE, 3), target, own, WordingTest::nobody),
                judge(better(0), target, own, predicting(other)),
                judge(better(0.25), target, own, predicting(other)),
                judge(better(1), target, own, predicting(other)),
                judge(betterPercent(0.02), target, own, predicting(other)),
                judge(worse(0.25), target, other, predicting(own)),
                judge(worsePercent(0.02), target, other, predicting(own)),
                judge(
                        worse(0.5),
                        target,
                        own,
                        opponent -> new Standing.Unpaired(Metered.rows(ramp(0, 60), ramp(3, 60)))));
    }

    private static List<Finding> notComparable() {
        return List.of(
                judge(atMost(StandardMetric.MAPE, 0.3), row(0, 2, 4), row(1, 2, 4), WordingTest::nobody),
                judge(atMost(StandardMetric.MAPE, 0.3), row(0), row(1), WordingTest::nobody),
                judge(atLeast(StandardMetric.AUC, 0.6), row(1, 1), row(0.2, 0.4), WordingTest::nobody),
                judge(atMost(StandardMetric.MAE, 1), row(), row(), WordingTest::nobody),
                judge(atMost(StandardMetric.POISSON_DEVIANCE, 1), row(1, 2), row(0, 1), WordingTest::nobody),
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
        Guardrail groups = guardrail(new Guardrail.Needs(30, 10, 0), atMost(StandardMetric.MAE, 0.5));
        Guardrail one = guardrail(new Guardrail.Needs(30, 10, 0), worse(0.5));
        Guardrail rarer = guardrail(new Guardrail.Needs(2, 10, 0), atLeast(StandardMetric.ACCURACY, 0.5));
        return List.of(
                judge(groups, row(1, 2), row(2, 3), WordingTest::nobody),
                judge(one, row(1), row(1), predicting(1)),
                judge(rarer, row(1, 0, 0), row(1, 0, 1), WordingTest::nobody));
    }

    private static Rule worse(double amount) {
        return worseByAtMost(StandardMetric.MAE, CHAMPION, amount, Margin.Unit.METRIC);
    }

    private static Rule worsePercent(double amount) {
        return worseByAtMost(StandardMetric.MAE, CHAMPION, amount, Margin.Unit.FRACTION_OF_OPPONENT);
    }

    private static Rule better(double amount) {
        return betterBy(StandardMetric.MAE, Opponent.Naive.MEDIAN, amount, Margin.Unit.METRIC);
    }

    private static Rule betterPercent(double amount) {
        return betterBy(StandardMetric.MAE, Opponent.Naive.MEDIAN, amount, Margin.Unit.FRACTION_OF_OPPONENT);
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
        boolean few = target.length < Scores.TILES;
        return Scores.only(
                few
                        ? Scores.judged(guardrail, tiled(target, prediction), tiled(standings))
                        : Scores.judged(guardrail, Metered.metering(target, prediction), standings));
    }
}
