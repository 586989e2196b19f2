package io.plimsoll.metric;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MetricTest {
    @Test
    void isALossOrAGain() {
        assertThat(Metric.values())
                .filteredOn(Metric::isLoss)
                .containsExactly(
                        Metric.LOG_LOSS,
                        Metric.BRIER,
                        Metric.ECE,
                        Metric.MAPE,
                        Metric.WAPE,
                        Metric.SMAPE,
                        Metric.MAE,
                        Metric.RMSE,
                        Metric.POISSON_DEVIANCE);
    }

    @ParameterizedTest
    @EnumSource
    void aGainIsPositiveForTheBetterModelWhateverTheDirection(Metric metric) {
        double better = metric.isLoss() ? 0.25 : 0.75;
        double worse = metric.isLoss() ? 0.75 : 0.25;

        assertThat(metric.gain(better, worse)).isEqualTo(0.5);
        assertThat(metric.gain(worse, better)).isEqualTo(-0.5);
    }

    @ParameterizedTest
    @EnumSource
    void isFoundByItsLabelInAnyLanguage(Metric metric) {
        assertThat(metric.label()).matches("[a-z0-9_]+");
        assertThat(Metric.byLabel(metric.label())).contains(metric);
    }

    @Test
    void knowsTheValuesThatItCanHave() {
        assertThat(Metric.AUC.canBe(1)).isTrue();
        assertThat(Metric.AUC.canBe(1.01)).isFalse();
        assertThat(Metric.R2.canBe(-1e9)).isTrue();
        assertThat(Metric.MAE.canBe(-0.1)).isFalse();
        assertThat(Metric.SMAPE.canBe(2)).isTrue();
        assertThat(Metric.MAE.canBe(Double.NaN)).isFalse();
    }

    @Test
    void aLabelThatIsNoMetricFindsNothing() {
        assertThat(Metric.byLabel("mpae")).isEmpty();
        assertThat(Metric.byLabel("AUC")).isEmpty();
    }
}
