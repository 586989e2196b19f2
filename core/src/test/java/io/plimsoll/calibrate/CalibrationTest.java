package io.plimsoll.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plimsoll.metric.ScoredRows;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CalibrationTest {
    @Test
    void isotonicPoolsWhatFallsAndGoesStraightBetweenTheCentres() {
        Isotonic isotonic = Isotonic.fit(rows(new double[] {0.1, 0.2, 0.6, 0.8}, new double[] {0, 1, 0, 1}));

        assertThat(isotonic.at()).containsExactly(0.1f, 0.4f, 0.8f);
        // five groups more that are like all: (0 + 5 · 0.5) ÷ (1 + 5)
        assertThat(isotonic.share()).containsExactly((float) (2.5 / 6), 0.5f, (float) (3.5 / 6));
        assertThat(isotonic.of(0)).isEqualTo(2.5 / 6, within(1e-6));
        assertThat(isotonic.of(0.25)).isEqualTo((2.5 / 6 + 0.5) / 2, within(1e-6));
        assertThat(isotonic.of(0.6)).isEqualTo((0.5 + 3.5 / 6) / 2, within(1e-6));
        assertThat(isotonic.of(1)).isEqualTo(3.5 / 6, within(1e-6));
    }

    @Test
    void isotonicBelievesRowsOfOneGroupAsIfTheyWereOne() {
        double[] prediction =
                IntStream.range(0, 400).mapToDouble(i -> i < 200 ? 0.2 : 0.7).toArray();
        double[] target =
                IntStream.range(0, 400).mapToDouble(i -> i < 200 ? 0 : 1).toArray();

        assertThat(Isotonic.fit(rows(prediction, target)).of(0.2)).isEqualTo(2.5 / 205, within(1e-6));
        assertThat(Isotonic.fit(rows(prediction, target, 20)).of(0.2)).isEqualTo(2.5 / 15, within(1e-6));
    }

    @Test
    void isotonicOfOnePredictionIsTheShareOfAll() {
        Isotonic isotonic = Isotonic.fit(rows(new double[] {0.3, 0.3, 0.3, 0.3}, new double[] {1, 0, 0, 0}));

        assertThat(isotonic.of(0.1)).isEqualTo(0.25);
        assertThat(isotonic.of(0.9)).isEqualTo(0.25);
    }

    @Test
    void plattFindsTheLineThatLogOddsWereBentBy() {
        ScoredRows rows = bent(20_000, 0.5, -1, 3);

        Platt platt = Platt.fit(rows);

        assertThat((double) platt.slope()).isEqualTo(0.5, within(0.05));
        assertThat((double) platt.shift()).isEqualTo(-1, within(0.05));
    }

    @Test
    void plattOfAModelThatIsWorseThanNoneIsTheShareOfAll() {
        Platt platt = Platt.fit(
                rows(new double[] {0.9, 0.8, 0.7, 0.6, 0.3, 0.2, 0.1, 0.05}, new double[] {0, 0, 0, 0, 1, 1, 1, 1}));

        assertThat(platt.slope()).isZero();
        assertThat(platt.of(0.01)).isEqualTo(platt.of(0.99)).isEqualTo(0.5, within(1e-6));
    }

    @Test
    void plattOfAModelThatTellsTheClassesApartIsNotCertain() {
        double[] predictions =
                IntStream.range(0, 400).mapToDouble(i -> i < 200 ? 0.45 : 0.55).toArray();
        double[] targets = Arrays.stream(predictions).map(Math::rint).toArray();
        Platt platt = Platt.fit(rows(predictions, targets));

        assertThat((double) platt.slope()).isGreaterThan(10);
        assertThat((float) platt.of(0)).isPositive();
        assertThat((float) platt.of(1)).isLessThan(1);
    }

    @Property(tries = 30)
    void neitherTurnsTwoPredictionsRoundOrIsCertain(@ForAll long seed) {
        int groups = 2 + new Random(seed).nextInt(299);
        ScoredRows each = bent(300, 0.3 + new Random(seed).nextDouble() * 2, 0.5, seed);
        ScoredRows rows = rows(each.prediction(), each.target(), groups);

        for (Calibration calibration : new Calibration[] {Calibration.isotonic(rows), Calibration.platt(rows)}) {
            double[] calibrated = IntStream.rangeClosed(0, 1000)
                    .mapToDouble(i -> calibration.of(i / 1000.0))
                    .toArray();
            assertThat(calibrated).isSorted();
            assertThat(calibrated[0]).isPositive();
            assertThat(calibrated[1000]).isLessThan(1);
        }
    }

    /** Rows that are of class 1 as often as a line through the log-odds of their predictions says. */
    private static ScoredRows bent(int rows, double slope, double shift, long seed) {
        Random random = new Random(seed);
        double[] prediction = random.doubles(rows, 0.02, 0.98).toArray();
        double[] target = Arrays.stream(prediction)
                .map(p -> random.nextDouble() < 1 / (1 + Math.exp(-(slope * Math.log(p / (1 - p)) + shift))) ? 1 : 0)
                .toArray();
        return rows(prediction, target);
    }

    private static ScoredRows rows(double[] prediction, double[] target) {
        return rows(prediction, target, target.length);
    }

    private static ScoredRows rows(double[] prediction, double[] target, int groups) {
        double[] weight = new double[target.length];
        Arrays.fill(weight, 1);
        String[] group = IntStream.range(0, target.length)
                .mapToObj(i -> String.valueOf(i % groups))
                .toArray(String[]::new);
        return new ScoredRows(target, prediction, weight, group);
    }
}
