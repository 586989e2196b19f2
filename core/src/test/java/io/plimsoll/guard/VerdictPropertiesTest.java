package io.plimsoll.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.metric.Metered;
import io.plimsoll.metric.Metering;
import io.plimsoll.metric.Metric;
import io.plimsoll.metric.StandardMetric;
import io.plimsoll.metric.Task;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;

/** What must hold of verdicts between two models, whichever they are. */
class VerdictPropertiesTest {
    private static final Opponent CHAMPION = new Opponent.Champion();
    private static final int ROWS = 60;
    private static final Margin.Unit METRIC = Margin.Unit.METRIC;

    /** A is surely better than B by more than nothing if and only if B is not, and surely so, no worse than A. */
    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void directionsAreSymmetric(@ForAll StandardMetric metric, @ForAll @LongRange(max = 1_000_000) long seed) {
        Random random = new Random(seed);
        double[] target = targets(metric, random);
        double[] one = predictions(target, metric, random, 0.3);
        double[] other = predictions(target, metric, random, random.nextDouble());

        Result better = judge(Scores.betterBy(metric, CHAMPION, 0, METRIC), target, one, other);
        Result noWorse = judge(Scores.worseByAtMost(metric, CHAMPION, 0, METRIC), target, other, one);

        assertThat(noWorse == Result.FAIL).isEqualTo(better == Result.PASS);
        assertThat(noWorse == Result.PASS).isEqualTo(better == Result.FAIL);
        assertThat(noWorse == Result.INCONCLUSIVE).isEqualTo(better == Result.INCONCLUSIVE);
    }

    /** Predictions that come nearer to the truth on every row never turn a PASS into less. */
    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void aBetterCandidateIsNotJudgedWorse(
            @ForAll @LongRange(max = 1_000_000) long seed, @ForAll @DoubleRange(min = 0, max = 1) double nearer) {
        Random random = new Random(seed);
        for (Metric metric : new Metric[] {
            StandardMetric.MAE, StandardMetric.WAPE, StandardMetric.BRIER, StandardMetric.LOG_LOSS, StandardMetric.RMSE
        }) {
            double[] target = targets(metric, random);
            double[] candidate = predictions(target, metric, random, 0.5);
            double[] improved = IntStream.range(0, ROWS)
                    .mapToDouble(i -> candidate[i] + nearer * (target[i] - candidate[i]))
                    .toArray();
            double line = Metered.read(metric, target, candidate).value();

            Rule rule = Scores.atMost(metric, line * (0.7 + 0.6 * random.nextDouble()));

            assertThat(goodness(rule, target, improved)).isGreaterThanOrEqualTo(goodness(rule, target, candidate));
        }
    }

    private static int goodness(Rule rule, double[] target, double[] prediction) {
        Result result = judge(rule, target, prediction, prediction);
        return result == Result.PASS ? 2 : result == Result.INCONCLUSIVE ? 1 : 0;
    }

    private static double[] targets(Metric metric, Random random) {
        return IntStream.range(0, ROWS)
                .mapToDouble(i -> metric.task() == Task.CLASSIFICATION ? i % 2 : 1 + random.nextInt(20))
                .toArray();
    }

    /** @param noise how far from the truth, 0 to 1 */
    private static double[] predictions(double[] target, Metric metric, Random random, double noise) {
        boolean classes = metric.task() == Task.CLASSIFICATION;
        return IntStream.range(0, target.length)
                .mapToDouble(i -> classes
                        ? Math.min(1, Math.max(0, target[i] * (1 - noise) + noise * random.nextDouble()))
                        : Math.max(0.1, target[i] + noise * 10 * random.nextGaussian()))
                .toArray();
    }

    private static Result judge(Rule rule, double[] target, double[] candidate, double[] opponent) {
        Metering metering = Metered.metering(target, candidate);
        return Scores.judged(Scores.guardrail(rule), metering, Scores.predicting(opponent))
                .findings()
                .get(0)
                .result();
    }
}
