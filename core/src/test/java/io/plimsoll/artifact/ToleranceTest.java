package io.plimsoll.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class ToleranceTest {
    @Test
    void growsWithThePrediction() {
        Tolerance tolerance = Tolerance.around(new double[] {1000, 1000});

        assertThat(tolerance.holds(1000.009, 0)).isTrue();
        assertThat(tolerance.holds(1000.011, 0)).isFalse();
    }

    @Test
    void isAShareOfTheSpreadNearZero() {
        Tolerance tolerance = Tolerance.around(new double[] {0, 2});

        assertThat(tolerance.holds(0.0000099, 0)).isTrue();
        assertThat(tolerance.holds(0.0000101, 0)).isFalse();
    }

    @Test
    void countsWhatDisagrees() {
        Tolerance tolerance = Tolerance.around(new double[] {1, 1, 1, 1});

        assertThat(tolerance.disagreements(new double[] {1, 2, Double.NaN, Double.POSITIVE_INFINITY}))
                .isEqualTo(3);
        assertThatThrownBy(() -> tolerance.disagreements(new double[3])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void neverHoldsAroundNaN() {
        assertThat(Tolerance.around(new double[] {Double.NaN}).disagreements(new double[] {Double.NaN}))
                .isEqualTo(1);
    }
}
