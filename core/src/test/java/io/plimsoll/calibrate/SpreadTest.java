package io.plimsoll.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.plimsoll.metric.ScoredRows;
import java.util.Arrays;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SpreadTest {
    @Test
    void liesBetweenTheQuantilesOfWhatPredictionsWereOffByALittleFurtherOut() {
        double[] off = IntStream.rangeClosed(-50, 49).mapToDouble(i -> i).toArray();

        Spread spread = Spread.fit(rows(off, group -> group), 0.9);

        // of 100 rows 4.05 may lie beyond either end
        assertThat(spread.below()).isEqualTo(-46);
        assertThat(spread.above()).isEqualTo(45);
        assertThat(spread.around(100)).containsExactly(54.0, 145.0);
    }

    @Test
    void hasTheOutermostEndsWhereGroupsJustSuffice() {
        double[] off = IntStream.range(0, 19).mapToDouble(i -> i - 9).toArray();

        Spread spread = Spread.fit(rows(off, group -> group), 0.9);

        assertThat(spread.below()).isEqualTo(-9);
        assertThat(spread.above()).isEqualTo(9);
        assertThat(Spread.fewestGroups(0.9)).isEqualTo(19);
        assertThat(Spread.fewestGroups(0.95)).isEqualTo(39);
        assertThatThrownBy(() -> Spread.fit(rows(new double[18], group -> group), 0.9))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keepsOnItsSideOfZeroWhereEveryTargetDid() {
        ScoredRows never = new ScoredRows(
                IntStream.range(0, 40).mapToDouble(i -> i).toArray(),
                IntStream.range(0, 40).mapToDouble(i -> 20).toArray(),
                ones(40),
                groups(40, i -> i));

        assertThat(Spread.fit(never, 0.9).around(3)).first().isEqualTo(0.0);
    }

    /** New groups that are off as the others are, sites of one group alike. */
    @Test
    void holdsAsManyRowsOfNewGroupsAsItSays() {
        Random random = new Random(7);
        double held = 0;
        int trials = 400;
        for (int trial = 0; trial < trials; trial++) {
            double[] off = new double[300];
            for (int group = 0; group < 60; group++) {
                Arrays.fill(off, group * 5, group * 5 + 5, random.nextGaussian());
            }
            Spread spread = Spread.fit(rows(off, row -> row / 5), 0.9);
            double fresh = random.nextGaussian();
            held += fresh >= spread.below() && fresh <= spread.above() ? 1 : 0;
        }

        assertThat(held / trials).isEqualTo(0.9, within(0.04));
    }

    /** Predictions of −100, off by so much: no target is on both sides of 0. */
    private static ScoredRows rows(double[] off, IntUnaryOperator group) {
        double[] target = Arrays.stream(off).map(o -> o - 100).toArray();
        double[] prediction = new double[off.length];
        Arrays.fill(prediction, -100);
        return new ScoredRows(target, prediction, ones(off.length), groups(off.length, group));
    }

    private static double[] ones(int rows) {
        double[] ones = new double[rows];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static String[] groups(int rows, IntUnaryOperator group) {
        return IntStream.range(0, rows)
                .mapToObj(row -> String.valueOf(group.applyAsInt(row)))
                .toArray(String[]::new);
    }
}
