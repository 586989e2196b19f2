package io.plimsoll.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plimsoll.config.ModelConfig.Weight;
import io.plimsoll.guard.Opponent;
import io.plimsoll.metric.Baseline;
import io.plimsoll.split.RowWeights;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BaselinesTest {
    @Test
    void areMeanAndLowerMedianOfTheTarget() {
        Baseline baseline = baseline(new double[] {4, 1, 3, 2}, 1, 1, 1, 1);

        assertThat(baseline.mean()).isEqualTo(2.5);
        assertThat(baseline.median()).isEqualTo(2);
        assertThat(Opponent.Naive.MEAN.predictionFrom(baseline)).isEqualTo(2.5);
        assertThat(Opponent.Naive.PRIOR.predictionFrom(baseline)).isEqualTo(2.5);
        assertThat(Opponent.Naive.MEDIAN.predictionFrom(baseline)).isEqualTo(2);
    }

    @Test
    void countRowsByTheirWeight() {
        Baseline baseline = baseline(new double[] {1, 2, 10}, 1, 1, 4);

        assertThat(baseline.mean()).isCloseTo(43 / 6.0, within(1e-12));
        assertThat(baseline.median()).isEqualTo(10);
    }

    @Test
    void thePriorIsTheShareOfPositiveRows() {
        assertThat(Opponent.Naive.PRIOR.predictionFrom(baseline(new double[] {1, 0, 0, 1}, 1, 1, 1, 5)))
                .isEqualTo(0.75);
    }

    /** Half of the weight lies at 3 and below, though thirds do not add up to it in floating point. */
    @Test
    void theMedianIsNotMovedByRounding() {
        for (int size = 1; size <= 60; size++) {
            String[] groups = new String[2 * size + 1];
            double[] target = new double[groups.length];
            Arrays.fill(groups, "many");
            Arrays.fill(target, 3);
            groups[0] = "one";
            target[0] = 5;

            double[] weight = RowWeights.of(Weight.GROUP, groups);

            assertThat(baseline(target, weight).median())
                    .as("%d rows", groups.length)
                    .isEqualTo(3);
        }
    }

    private static Baseline baseline(double[] target, double... weight) {
        String[] none = new String[target.length];
        Arrays.fill(none, "");
        return Baselines.of(new EncodedRows(new float[0], none, none, target, weight));
    }
}
