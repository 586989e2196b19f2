package io.plimsoll.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.metric.StandardMetric;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarginTest {
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.25, 3})
    void betterByMustBeExceeded(double amount) {
        Margin margin = new Margin(Margin.Kind.BETTER_BY, amount, Margin.Unit.METRIC);

        assertThat(margin.isMetBy(amount)).isFalse();
        assertThat(margin.isMetBy(Math.nextUp(amount))).isTrue();
        assertThat(margin.isMetBy(-amount)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.25, 3})
    void worseByAtMostMayBeReached(double amount) {
        Margin margin = new Margin(Margin.Kind.WORSE_BY_AT_MOST, amount, Margin.Unit.METRIC);

        assertThat(margin.isMetBy(-amount)).isTrue();
        assertThat(margin.isMetBy(Math.nextDown(-amount))).isFalse();
        assertThat(margin.isMetBy(amount)).isTrue();
    }

    @Test
    void whatIsNoNumberMeetsNothing() {
        for (Margin.Kind kind : Margin.Kind.values()) {
            assertThat(new Margin(kind, 0, Margin.Unit.METRIC).isMetBy(Double.NaN))
                    .isFalse();
        }
        assertThat(Scores.atLeast(StandardMetric.AUC, 0).isMetBy(Double.NaN)).isFalse();
        assertThat(Scores.atMost(StandardMetric.MAE, 9).isMetBy(Double.NaN)).isFalse();
    }
}
