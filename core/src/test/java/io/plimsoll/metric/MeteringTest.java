package io.plimsoll.metric;

import static io.plimsoll.metric.Metered.metering;
import static io.plimsoll.metric.Metered.read;
import static io.plimsoll.metric.Metered.row;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeteringTest {
    @ParameterizedTest
    @EnumSource
    void noRowsGiveNoValue(StandardMetric metric) {
        Reading reading = read(metric, row(), row());

        assertThat(reading.code()).isEqualTo(ReadingCode.NO_ROWS);
        assertThat(reading.value()).isNaN();
        assertThat(reading.leftOutShare()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNotFiniteGivesNoValue(StandardMetric metric) {
        for (double bad : row(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY)) {
            assertThat(read(metric, row(0, 1, 1), row(0.5, bad, 0.5)).code()).isEqualTo(ReadingCode.METRIC_UNDEFINED);
            assertThat(read(metric, row(0, 1, bad), row(0.5, 0.5, 0.5)).code()).isEqualTo(ReadingCode.METRIC_UNDEFINED);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1})
    void aProbabilityOutside0And1GivesNoValue(double prediction) {
        for (Metric metric : StandardMetric.of(Task.CLASSIFICATION)) {
            assertThat(read(metric, row(0, 1), row(0.5, prediction)).code())
                    .as(metric.label())
                    .isEqualTo(ReadingCode.METRIC_UNDEFINED);
        }
    }

    @Test
    void aThirdClassGivesNoValue() {
        for (Metric metric : StandardMetric.of(Task.CLASSIFICATION)) {
            assertThat(read(metric, row(0, 1, 2), row(0.5, 0.5, 0.5)).code())
                    .as(metric.label())
                    .isEqualTo(ReadingCode.METRIC_UNDEFINED);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1})
    void rankingsNeedBothClassesAndTheOthersDoNot(double theOnlyClass) {
        Metering metering = metering(row(theOnlyClass, theOnlyClass), row(0.2, 0.9));

        assertThat(metering.read(StandardMetric.AUC).code()).isEqualTo(ReadingCode.ONE_CLASS);
        assertThat(metering.read(StandardMetric.AVERAGE_PRECISION).code()).isEqualTo(ReadingCode.ONE_CLASS);
        assertThat(metering.read(StandardMetric.BRIER).isDefined()).isTrue();
        assertThat(metering.read(StandardMetric.ACCURACY).value()).isEqualTo(0.5);
    }

    @Test
    void mapeLeavesOutZeroTargetsAndCountsThem() {
        Reading reading = read(StandardMetric.MAPE, row(0, 2, 4, 0), row(1, 1, 5, 0));

        assertThat(reading.value()).isEqualTo(0.375);
        assertThat(reading.rows()).isEqualTo(2);
        assertThat(reading.leftOut()).isEqualTo(2);
        assertThat(reading.leftOutShare()).isEqualTo(0.5);
    }

    @Test
    void mapeOfNothingButZerosHasNoValue() {
        Reading reading = read(StandardMetric.MAPE, row(0, -0.0), row(1, 0));

        assertThat(reading.code()).isEqualTo(ReadingCode.ZERO_TARGETS);
        assertThat(reading.leftOutShare()).isEqualTo(1);
    }

    @Test
    void lossesRelativeToTargetsOfZeroHaveNoValue() {
        assertThat(read(StandardMetric.WAPE, row(0, 0), row(1, 0)).code()).isEqualTo(ReadingCode.METRIC_UNDEFINED);
        assertThat(read(StandardMetric.WAPE, row(0, 0), row(0, 0)).code()).isEqualTo(ReadingCode.METRIC_UNDEFINED);
        assertThat(read(StandardMetric.SMAPE, row(0, 0), row(0, 0)).value()).isZero();
    }

    /** scikit-learn settles on 1 for a perfect prediction and 0 for any other; no rule should rest on that. */
    @ParameterizedTest
    @ValueSource(doubles = {5, 0.1, 1e-300})
    void r2OfTargetsThatAreAllAlikeHasNoValue(double target) {
        assertThat(read(StandardMetric.R2, row(target, target, target), row(target, target, target))
                        .code())
                .isEqualTo(ReadingCode.METRIC_UNDEFINED);
        assertThat(read(StandardMetric.R2, row(target), row(1)).code()).isEqualTo(ReadingCode.METRIC_UNDEFINED);
    }

    @Test
    void maeSkillHasNoValueWhereTheTrainingMedianIsRightEverywhere() {
        double median = Metered.BASELINE.median();

        assertThat(read(StandardMetric.MAE_SKILL, row(median, median), row(1, 3))
                        .code())
                .isEqualTo(ReadingCode.METRIC_UNDEFINED);
    }

    @Test
    void poissonDevianceNeedsCountsAndPositivePredictions() {
        assertThat(read(StandardMetric.POISSON_DEVIANCE, row(-1, 2), row(1, 1)).code())
                .isEqualTo(ReadingCode.METRIC_UNDEFINED);
        assertThat(read(StandardMetric.POISSON_DEVIANCE, row(1, 2), row(1, 0)).code())
                .isEqualTo(ReadingCode.METRIC_UNDEFINED);
        assertThat(read(StandardMetric.POISSON_DEVIANCE, row(0, 0), row(1, 1)).value())
                .isEqualTo(2);
    }

    @Test
    void sumsThatOverflowGiveNoValue() {
        assertThat(read(StandardMetric.RMSE, row(1e300, -1e300), row(-1e300, 1e300))
                        .code())
                .isEqualTo(ReadingCode.METRIC_UNDEFINED);
    }

    @Test
    void theThresholdItselfIsClass1() {
        assertThat(read(StandardMetric.ACCURACY, row(1, 0), row(0.5, Math.nextDown(0.5)))
                        .value())
                .isEqualTo(1);
    }

    @Test
    void zerosOfEitherSignAreOneThreshold() {
        assertThat(read(StandardMetric.AUC, row(1, 0), row(0.0, -0.0)).value()).isEqualTo(0.5);
        assertThat(read(StandardMetric.AUC, row(1, 0), row(-0.0, 0.0)).value()).isEqualTo(0.5);
    }
}
