package io.plimsoll.interval;

import static io.plimsoll.metric.Metered.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.metric.Metered;
import io.plimsoll.metric.Metering;
import io.plimsoll.metric.Metric;
import io.plimsoll.metric.StandardMetric;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever the rows hold: an estimate or none, and never an exception. */
class DegenerateRowsTest {
    private static final Resampling RESAMPLING = new Resampling(1, 100);

    @ParameterizedTest
    @EnumSource
    void rowsThatSayNothingGiveNoEstimate(StandardMetric metric) {
        List<Metering> nothing = List.of(
                Metered.metering(row(), row()),
                Metered.metering(row(1), row(0.5)),
                Metered.metering(row(0, 1, 1), row(0.5, Double.NaN, 0.5)),
                Metered.metering(row(0, 1, 1), row(0.5, Double.POSITIVE_INFINITY, 0.5)),
                new Metering(Metered.rows(row(0, 1, 1), row(0.5, 0.4, 0.9), 1), Metered.BASELINE, 0.5));

        for (Metering rows : nothing) {
            assertThat(all(rows, rows, metric)).allMatch(Optional::isEmpty);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatDoesNotVaryIsOrdered(StandardMetric metric) {
        for (int rows : List.of(2, 3, 10, 1_000)) {
            for (double target : row(0, 1, 1e-300, 1e300, -1)) {
                double[] same = new double[rows];
                Arrays.fill(same, target);
                double[] mixed = same.clone();
                mixed[0] = 0;
                for (double[] y : List.of(same, mixed)) {
                    all(Metered.metering(y, same), Metered.metering(y, mixed), metric)
                            .flatMap(Optional::stream)
                            .forEach(DegenerateRowsTest::isSound);
                }
            }
        }
    }

    @Test
    void twoModelsThatSayTheSameDifferByNothing() {
        Metering rows = Metered.metering(row(1, 2, 3, 4, 5), row(2, 2, 2, 2, 2));
        for (boolean relative : List.of(false, true)) {
            Estimate estimate =
                    RESAMPLING.gain(rows, rows, StandardMetric.MAE, relative).orElseThrow();

            assertThat(estimate.value()).isZero();
            assertThat(estimate.interval().low()).isZero();
            assertThat(estimate.interval().high()).isZero();
            assertThat(estimate.distribution().chanceOfAtLeast(0)).isGreaterThanOrEqualTo(0.025);
            assertThat(estimate.distribution().chanceOfAtLeast(1e-9)).isLessThan(0.025);
            assertThat(estimate.distribution().chanceOfAtMost(-1e-9)).isLessThan(0.025);
        }
    }

    @Test
    void aModelWithoutAnyErrorIsBetterByAllOfTheOthers() {
        double[] target = row(1, 2, 3, 4, 5);
        Metering perfect = Metered.metering(target, target);
        Metering other = Metered.metering(target, row(2, 2, 2, 2, 2));

        Estimate estimate =
                RESAMPLING.gain(perfect, other, StandardMetric.MAE, true).orElseThrow();

        assertThat(estimate.value()).isEqualTo(1);
        assertThat(estimate.interval().low()).isEqualTo(1);
        assertThat(RESAMPLING.gain(other, perfect, StandardMetric.MAE, true)).isEmpty();
    }

    /** Of one positive row among many, as often as not a replicate has none. */
    @Test
    void aMetricThatManyReplicatesDoNotHaveGivesNoEstimate() {
        double[] target = new double[2_000];
        target[7] = 1;
        Metering rows = Metered.metering(target, new double[2_000]);

        assertThat(all(rows, rows, StandardMetric.AUC)).allMatch(Optional::isEmpty);
        assertThat(all(rows, rows, StandardMetric.AVERAGE_PRECISION)).allMatch(Optional::isEmpty);
    }

    private static Stream<Optional<Estimate>> all(Metering own, Metering other, Metric metric) {
        return Stream.of(
                RESAMPLING.of(own, metric),
                RESAMPLING.gain(own, other, metric, false),
                RESAMPLING.gain(own, other, metric, true),
                RESAMPLING.unpairedGain(own, other, metric, false),
                RESAMPLING.unpairedGain(own, other, metric, true));
    }

    private static void isSound(Estimate estimate) {
        assertThat(estimate.value()).isFinite();
        assertThat(estimate.interval().low())
                .isNotNaN()
                .isLessThanOrEqualTo(estimate.interval().high());
        assertThat(estimate.distribution().chanceOfAtLeast(estimate.value())).isBetween(0.0, 1.0);
    }
}
