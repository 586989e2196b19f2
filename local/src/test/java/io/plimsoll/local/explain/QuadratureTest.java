package io.plimsoll.local.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class QuadratureTest {
    private static final int MOST = 32;

    @Test
    void integratesPowersExactly() {
        for (int points = 1; points <= MOST; points++) {
            Quadrature rule = Quadrature.of(points);
            for (int power = 0; power < 2 * points; power++) {
                double integral = 0;
                for (int i = 0; i < points; i++) {
                    integral += rule.weights()[i] * Math.pow(rule.points()[i], power);
                }
                assertThat(integral).isCloseTo(1.0 / (power + 1), within(1e-14));
            }
        }
    }

    @Test
    void hasARuleForEachDegree() {
        for (int degree = 0; degree <= MOST; degree++) {
            assertThat(Quadrature.forDegreesBelow(degree)).hasSize((degree + 1) / 2 + 1);
        }
    }
}
