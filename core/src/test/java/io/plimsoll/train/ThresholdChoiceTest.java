package io.plimsoll.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.metric.Baseline;
import io.plimsoll.metric.Metered;
import io.plimsoll.metric.Metering;
import io.plimsoll.metric.ScoredRows;
import io.plimsoll.metric.StandardMetric;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ThresholdChoiceTest {
    @Test
    void isTheLowestPredictionThatIsStillWorthCallingAOne() {
        double best = ThresholdChoice.best(
                Metered.rows(Metered.row(1, 1, 0, 1, 0, 0), Metered.row(0.9, 0.7, 0.6, 0.6, 0.2, 0.1)));

        assertThat(best).isEqualTo(0.6);
    }

    @Test
    void noOtherThresholdHasAHigherF1() {
        for (int seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            double[] target = IntStream.range(0, 40)
                    .mapToDouble(i -> random.nextInt(4) == 0 ? 1 : 0)
                    .toArray();
            double[] prediction = Arrays.stream(target)
                    .map(y -> Math.round(10 * (0.3 * y + 0.7 * random.nextDouble())) / 10.0)
                    .toArray();
            ScoredRows rows = Metered.rows(target, prediction);
            double best = f1(rows, ThresholdChoice.best(rows));

            for (double threshold = 0.05; threshold <= 1; threshold += 0.05) {
                assertThat(f1(rows, threshold)).isLessThanOrEqualTo(best + 1e-12);
            }
        }
    }

    private static double f1(ScoredRows rows, double threshold) {
        return new Metering(rows, new Baseline(0, 0), threshold)
                .read(StandardMetric.F1)
                .value();
    }
}
