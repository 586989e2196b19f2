package io.plimsoll.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plimsoll.interval.SimulatedHoldout.Sizes;
import io.plimsoll.metric.Metered;
import io.plimsoll.metric.Metering;
import io.plimsoll.metric.Metric;
import io.plimsoll.metric.ScoredRows;
import io.plimsoll.metric.StandardMetric;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResamplingTest {
    private static final Resampling RESAMPLING = new Resampling(42, 400);

    /** Groups of one row with |y − ŷ| of 1, 2 and 6: the mean is 3, its jackknife error √(14/6), Student's t with 2 degrees of freedom 4.303. */
    @Test
    void ofThreeGroupsIsWhatOneComputesByHand() {
        Metering rows = Metered.metering(new double[] {10, 10, 10}, new double[] {9, 8, 4});

        Estimate estimate = RESAMPLING.of(rows, StandardMetric.MAE).orElseThrow();

        assertThat(estimate.value()).isEqualTo(3);
        assertThat(estimate.interval().method()).isEqualTo(Interval.Method.JACKKNIFE_T);
        assertThat(estimate.interval().high()).isCloseTo(3 + 4.302652730 * Math.sqrt(14 / 6.0), within(1e-8));
        assertThat(estimate.interval().low())
                .as("3 less 6.57, but no error is negative")
                .isZero();
        assertThat(estimate.basis()).isEqualTo(new Estimate.Basis(3, 3, 0, 0));
    }

    /** Placements of the positives are 1, ½ and of the negatives 1, ½: each class contributes 1/8 ÷ 2. */
    @Test
    void deLongsIntervalOfFourRowsIsWhatOneComputesByHand() {
        Metering rows = Metered.metering(new double[] {1, 0, 1, 0}, new double[] {0.9, 0.5, 0.3, 0.1});

        Interval delong =
                RESAMPLING.of(rows, StandardMetric.AUC).orElseThrow().second().orElseThrow();

        assertThat(delong.low()).isCloseTo(0.75 - 1.959963985 * Math.sqrt(0.125), within(1e-8));
        assertThat(delong.high()).isCloseTo(0.75 + 1.959963985 * Math.sqrt(0.125), within(1e-8));
    }

    @ParameterizedTest
    @EnumSource
    void theFigureIsTheOneThatMeteringGives(StandardMetric metric) {
        for (int groups : List.of(40, 400)) {
            SimulatedHoldout.Pair pair = new SimulatedHoldout(metric, groups, Sizes.EQUAL, 0.3).draw(5);
            double own = pair.own().read(metric).value();
            double other = pair.other().read(metric).value();

            assertThat(RESAMPLING.of(pair.own(), metric).orElseThrow().value()).isCloseTo(own, within(1e-9));
            assertThat(gain(pair, metric, false).value()).isCloseTo(metric.gain(own, other), within(1e-9));
            if (metric.isLoss()) {
                assertThat(gain(pair, metric, true).value()).isCloseTo(1 - own / other, within(1e-9));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void neitherTheOrderOfRowsNorTheNumberOfThreadsHasASay(StandardMetric metric) throws Exception {
        for (int groups : List.of(40, 400)) {
            SimulatedHoldout.Pair pair = tied(new SimulatedHoldout(metric, groups, Sizes.EQUAL, 0.3).draw(5));
            Estimate expected = gain(pair, metric, false);
            SimulatedHoldout.Pair shuffled = shuffled(pair);

            for (int threads : List.of(1, 2, 4)) {
                Estimate found = onThreads(threads, shuffled, metric);
                assertThat(found.value()).isEqualTo(expected.value());
                assertThat(found.interval()).isEqualTo(expected.interval());
                assertThat(found.basis()).isEqualTo(expected.basis());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aGainTheOtherWayRoundIsTheSameMirrored(StandardMetric metric) {
        for (int groups : List.of(40, 400)) {
            SimulatedHoldout.Pair pair = tied(new SimulatedHoldout(metric, groups, Sizes.LOG_NORMAL, 0.3).draw(6));

            Estimate there = gain(pair, metric, false);
            Estimate back = gain(pair.swapped(), metric, false);

            assertThat(back.value()).isEqualTo(-there.value());
            assertThat(back.interval().low()).isEqualTo(-there.interval().high());
            assertThat(back.interval().high()).isEqualTo(-there.interval().low());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 400})
    void aLineIsUnlikelyExactlyWhereItIsOutsideOfTheInterval(int groups) {
        SimulatedHoldout.Pair pair = new SimulatedHoldout(StandardMetric.WAPE, groups, Sizes.EQUAL, 0.3).draw(7);
        for (boolean relative : List.of(false, true)) {
            Estimate estimate = gain(pair, StandardMetric.WAPE, relative);
            Interval interval = estimate.interval();
            double nudge = 1e-9;

            assertThat(estimate.distribution().chanceOfAtLeast(interval.high() + nudge))
                    .isLessThan(0.025);
            assertThat(estimate.distribution().chanceOfAtLeast(interval.high() - nudge))
                    .isGreaterThanOrEqualTo(0.025);
            assertThat(estimate.distribution().chanceOfAtMost(interval.low() - nudge))
                    .isLessThan(0.025);
            assertThat(estimate.distribution().chanceOfAtMost(interval.low() + nudge))
                    .isGreaterThanOrEqualTo(0.025);
            assertThat(estimate.distribution().chanceOfAtLeast(interval.low() - 10))
                    .isGreaterThan(0.99);
            assertThat(estimate.distribution().chanceOfAtLeast(2e9)).isLessThan(0.003);
        }
    }

    @Test
    void sizesDecideTheMethodAndTheBasisSaysThem() {
        Estimate equal = gain(
                new SimulatedHoldout(StandardMetric.WAPE, 300, Sizes.EQUAL, 0).draw(1), StandardMetric.WAPE, false);
        Estimate uneven = gain(
                new SimulatedHoldout(StandardMetric.WAPE, 300, Sizes.LOG_NORMAL, 0).draw(1),
                StandardMetric.WAPE,
                false);

        assertThat(equal.interval().method()).isEqualTo(Interval.Method.PERCENTILE_BOOTSTRAP);
        assertThat(equal.basis()).isEqualTo(new Estimate.Basis(300, 300, 400, 0));
        assertThat(uneven.interval().method()).isEqualTo(Interval.Method.JACKKNIFE_T);
        assertThat(uneven.basis().groups()).isEqualTo(300);
        assertThat(uneven.basis().effectiveGroups()).isBetween(50.0, 200.0);
    }

    @Test
    void groupsWithoutTheRarerClassAddNothing() {
        double[] target =
                IntStream.range(0, 1_000).mapToDouble(i -> i % 50 == 0 ? 1 : 0).toArray();
        double[] prediction = new Random(1).doubles(1_000).toArray();

        Estimate estimate = RESAMPLING
                .of(Metered.metering(target, prediction), StandardMetric.AUC)
                .orElseThrow();

        assertThat(estimate.basis().groups()).isEqualTo(20);
        assertThat(estimate.interval().method()).isEqualTo(Interval.Method.JACKKNIFE_T);
    }

    @Test
    void figuresOfDifferentRowsVaryIndependently() {
        for (int groups : List.of(50, 500)) {
            SimulatedHoldout.Pair here = new SimulatedHoldout(StandardMetric.WAPE, groups, Sizes.EQUAL, 0).draw(1);
            SimulatedHoldout.Pair there = new SimulatedHoldout(StandardMetric.WAPE, groups, Sizes.EQUAL, 0).draw(2);
            double own = width(RESAMPLING.of(here.own(), StandardMetric.WAPE).orElseThrow());
            double other = width(RESAMPLING.of(there.own(), StandardMetric.WAPE).orElseThrow());

            Estimate gain = RESAMPLING
                    .unpairedGain(here.own(), there.own(), StandardMetric.WAPE, false)
                    .orElseThrow();

            assertThat(width(gain)).isCloseTo(Math.hypot(own, other), within(0.1 * width(gain)));
            assertThat(RESAMPLING.unpairedGain(here.own(), there.own(), StandardMetric.WAPE, true))
                    .isPresent();
        }
    }

    private static double width(Estimate estimate) {
        return estimate.interval().high() - estimate.interval().low();
    }

    private static Estimate gain(SimulatedHoldout.Pair pair, Metric metric, boolean relative) {
        return RESAMPLING.gain(pair.own(), pair.other(), metric, relative).orElseThrow();
    }

    private static Estimate onThreads(int threads, SimulatedHoldout.Pair pair, Metric metric)
            throws InterruptedException, ExecutionException {
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            return pool.submit(() -> gain(pair, metric, false)).get();
        } finally {
            pool.shutdown();
        }
    }

    /** The same with many equal predictions, and weights whose sums round. */
    private static SimulatedHoldout.Pair tied(SimulatedHoldout.Pair pair) {
        return new SimulatedHoldout.Pair(tied(pair.own()), tied(pair.other()));
    }

    private static Metering tied(Metering metering) {
        ScoredRows rows = metering.rows();
        double[] rounded = IntStream.range(0, rows.rows())
                .mapToDouble(i ->
                        i % 3 == 0 ? Math.max(0.1, Math.round(rows.prediction()[i] * 10) / 10.0) : rows.prediction()[i])
                .toArray();
        double[] weight =
                IntStream.range(0, rows.rows()).mapToDouble(i -> 0.1 + i % 7).toArray();
        ScoredRows tied = new ScoredRows(rows.target(), rounded, weight, rows.group());
        return new Metering(tied, metering.baseline(), metering.threshold());
    }

    private static SimulatedHoldout.Pair shuffled(SimulatedHoldout.Pair pair) {
        List<Integer> order = new ArrayList<>(
                IntStream.range(0, pair.own().rows().rows()).boxed().toList());
        Collections.shuffle(order, new Random(3));
        return new SimulatedHoldout.Pair(inOrder(pair.own(), order), inOrder(pair.other(), order));
    }

    private static Metering inOrder(Metering metering, List<Integer> order) {
        ScoredRows rows = metering.rows();
        ScoredRows moved = new ScoredRows(
                order.stream().mapToDouble(i -> rows.target()[i]).toArray(),
                order.stream().mapToDouble(i -> rows.prediction()[i]).toArray(),
                order.stream().mapToDouble(i -> rows.weight()[i]).toArray(),
                order.stream().map(i -> rows.group()[i]).toArray(String[]::new));
        return new Metering(moved, metering.baseline(), metering.threshold());
    }
}
