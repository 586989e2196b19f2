package io.plimsoll.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plimsoll.card.Bins.Bin;
import io.plimsoll.evaluate.JudgedRows;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BinsTest {
    @Test
    void everyRowIsInOneBinAndNoBinIsSmall() {
        SplittableRandom random = new SplittableRandom(3);
        for (int rows = 1; rows < 400; rows += 7) {
            double[] predictions =
                    random.doubles(rows).map(p -> Math.floor(p * 20) / 20).toArray();
            List<Bin> bins = Bins.of(rows(predictions), 10, y -> y);

            assertThat(bins.isEmpty() || bins.size() > 1).isTrue();
            assertThat(bins).allMatch(bin -> bin.rows() >= Bins.FEWEST_ROWS);
            assertThat(bins.isEmpty() ? rows : bins.stream().mapToInt(Bin::rows).sum())
                    .isEqualTo(rows);
        }
    }

    @Test
    void rowsWithTheSamePredictionAreNeverParted() {
        double[] predictions = new double[60];
        Arrays.fill(predictions, 10, 50, 0.5);
        Arrays.fill(predictions, 50, 60, 0.9);

        assertThat(Bins.of(rows(predictions), 6, y -> y).stream().map(Bin::rows))
                .containsExactly(10, 40, 10);
    }

    @Test
    void oneSinglePredictionGivesNoChart() {
        assertThat(Bins.of(rows(new double[100]), 10, y -> y)).isEmpty();
    }

    @Test
    void meansAreWeighted() {
        double[] predictions = IntStream.range(0, 20).mapToDouble(i -> i).toArray();
        double[] targets = IntStream.range(0, 20).mapToDouble(i -> i % 2).toArray();
        double[] weights =
                IntStream.range(0, 20).mapToDouble(i -> i % 2 == 0 ? 1 : 3).toArray();

        Bin first = Bins.of(new JudgedRows(targets, predictions, weights, ""), 2, y -> y)
                .get(0);
        assertThat(first.target()).isCloseTo(0.75, within(1e-12));
        assertThat(first.spread()).isCloseTo(Math.sqrt(0.75 * 0.25), within(1e-12));
        assertThat(first.weight()).isEqualTo(20);
    }

    private static JudgedRows rows(double[] predictions) {
        double[] ones = new double[predictions.length];
        Arrays.fill(ones, 1);
        return new JudgedRows(ones, predictions, ones, "");
    }
}
