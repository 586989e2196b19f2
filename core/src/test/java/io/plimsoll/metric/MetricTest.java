package io.plimsoll.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MetricTest {
    @Test
    void isALossOrAGain() {
        assertThat(StandardMetric.values())
                .filteredOn(Metric::isLoss)
                .containsExactly(
                        StandardMetric.LOG_LOSS,
                        StandardMetric.BRIER,
                        StandardMetric.ECE,
                        StandardMetric.MAPE,
                        StandardMetric.WAPE,
                        StandardMetric.SMAPE,
                        StandardMetric.MAE,
                        StandardMetric.RMSE,
                        StandardMetric.POISSON_DEVIANCE);
    }

    @ParameterizedTest
    @EnumSource
    void aGainIsPositiveForTheBetterModelWhateverTheDirection(StandardMetric metric) {
        double better = metric.isLoss() ? 0.25 : 0.75;
        double worse = metric.isLoss() ? 0.75 : 0.25;

        assertThat(metric.gain(better, worse)).isEqualTo(0.5);
        assertThat(metric.gain(worse, better)).isEqualTo(-0.5);
    }

    @ParameterizedTest
    @EnumSource
    void hasALabelThatIsTheSameInAnyLanguage(StandardMetric metric) {
        assertThat(metric.label()).matches("[a-z0-9_]+");
        assertThat(StandardMetric.valueOf(metric.label().toUpperCase(Locale.ROOT)))
                .isSameAs(metric);
    }

    @Test
    void knowsTheValuesThatItCanHave() {
        assertThat(StandardMetric.AUC.canBe(1)).isTrue();
        assertThat(StandardMetric.AUC.canBe(1.01)).isFalse();
        assertThat(StandardMetric.R2.canBe(-1e9)).isTrue();
        assertThat(StandardMetric.MAE.canBe(-0.1)).isFalse();
        assertThat(StandardMetric.SMAPE.canBe(2)).isTrue();
        assertThat(StandardMetric.MAE.canBe(Double.NaN)).isFalse();
    }

    @Test
    void mayBeOneOfTheUsersOwnWithAFittingRange() {
        SumMetric sums = new SumMetric() {
            @Override
            public int sums() {
                return 2;
            }

            @Override
            public void terms(double target, double prediction, double[] terms) {
                terms[0] = Math.abs(target - prediction) > 1 ? 1 : 0;
                terms[1] = 1;
            }

            @Override
            public double of(double[] totals) {
                return totals[0] / totals[1];
            }
        };
        OwnMetric far = new OwnMetric("far_off", Task.REGRESSION, true, 0, 1, sums);
        ScoredRows rows = new ScoredRows(
                new double[] {1, 2, 3}, new double[] {1, 5, 3.5}, new double[] {1, 2, 1}, new String[] {"a", "b", "c"});

        assertThat(new Metering(rows, new Baseline(0, 0), 0).read(far).value()).isEqualTo(0.5);
        assertThat(far.gain(0.2, 0.5)).isEqualTo(0.3, within(1e-12));
        assertThat(far).isEqualTo(new OwnMetric("far_off", Task.REGRESSION, true, 0, 2, sums));
        assertThatThrownBy(() -> new OwnMetric("x", Task.REGRESSION, true, -1, 1, sums))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new OwnMetric("x", Task.REGRESSION, false, 1, 1, sums))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
