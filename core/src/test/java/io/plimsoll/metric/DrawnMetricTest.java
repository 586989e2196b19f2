package io.plimsoll.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A metric on drawn groups is the metric of the rows, each weighted as often as its group was drawn. */
class DrawnMetricTest {
    private static final int ROWS = 300;
    private static final int WIDTH = 12;

    @ParameterizedTest
    @EnumSource
    void isTheMetricOfRowsWeightedAsDrawn(StandardMetric metric) {
        ScoredRows rows = rows(metric);
        Metering metering = new Metering(rows, Metered.BASELINE, 0.5);
        Groups groups = Groups.of(rows);
        Draws draws = draws(groups.count());

        double[] values = metering.drawn(metric, groups).on(draws);

        for (int draw = 0; draw < WIDTH; draw++) {
            Reading slow = new Metering(weighted(rows, groups, draws, draw), Metered.BASELINE, 0.5).read(metric);
            assertThat(values[draw]).isCloseTo(slow.value(), within(1e-10 * Math.max(1, Math.abs(slow.value()))));
        }
    }

    @ParameterizedTest
    @EnumSource
    void ofNothingDrawnHasNoValueOrNone(StandardMetric metric) {
        ScoredRows rows = rows(metric);
        Groups groups = Groups.of(rows);

        double[] values = new Metering(rows, Metered.BASELINE, 0.5)
                .drawn(metric, groups)
                .on(new Draws(new byte[groups.count()], 1));

        assertThat(values[0]).isIn(Double.NaN, 0.0);
    }

    /** A third of the predictions in ties, weights from 0.1 to 3, groups of 1 to 20 rows. */
    private static ScoredRows rows(Metric metric) {
        Random random = new Random(11);
        boolean classes = metric.task() == Task.CLASSIFICATION;
        double[] target =
                random.ints(ROWS, 0, classes ? 2 : 9).mapToDouble(y -> y).toArray();
        double[] prediction = Arrays.stream(target)
                .map(y -> classes ? 0.3 * y + 0.7 * random.nextDouble() : 0.1 + y * (0.5 + random.nextDouble()))
                .map(p -> random.nextInt(3) == 0 ? Math.max(0.1, Math.round(10 * p) / 10.0) : p)
                .toArray();
        double[] weight = random.doubles(ROWS, 0.1, 3).toArray();
        String[] group = IntStream.range(0, ROWS)
                .mapToObj(i -> "g" + (int) Math.sqrt(i * 4))
                .toArray(String[]::new);
        return new ScoredRows(target, prediction, weight, group);
    }

    private static Draws draws(int groups) {
        byte[] counts = new byte[groups * WIDTH];
        Random random = new Random(12);
        for (int i = 0; i < counts.length; i++) {
            counts[i] = (byte) random.nextInt(4);
        }
        return new Draws(counts, WIDTH);
    }

    private static ScoredRows weighted(ScoredRows rows, Groups groups, Draws draws, int draw) {
        double[] weight = rows.weight().clone();
        for (int i = 0; i < weight.length; i++) {
            weight[i] *= draws.counts()[groups.ofRow()[i] * WIDTH + draw];
        }
        return new ScoredRows(rows.target(), rows.prediction(), weight, rows.group());
    }
}
