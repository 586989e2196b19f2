package io.plimsoll.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CountedNumbersTest {
    private static final int ROWS = 500;

    @Test
    void tellWhatTheSortedRowsTell() {
        double[] rows = new Random(5)
                .doubles(ROWS)
                .map(value -> Math.rint(value * 40) / 4 - 5)
                .toArray();
        CountedNumbers numbers =
                CountedNumbers.of(MemoryDataset.of("x:NUMBER").with(ROWS, i -> new @Nullable Object[] {rows[i]}), "x");
        double[] sorted = Arrays.stream(rows).map(value -> value + 0.0).sorted().toArray();

        assertThat(numbers.values()).isSorted().hasSizeBetween(30, 41);
        assertThat(numbers.rows()).isEqualTo(ROWS);
        assertThat(numbers.least()).isEqualTo(sorted[0]);
        assertThat(numbers.most()).isEqualTo(sorted[ROWS - 1]);
        for (int rank = 1; rank <= ROWS; rank++) {
            assertThat(numbers.ranked(rank)).isEqualTo(sorted[rank - 1]);
        }
        assertThat(numbers.inBins(new double[] {-3, 0.1, 2.5}))
                .containsExactly(
                        rowsIn(sorted, -100, -3),
                        rowsIn(sorted, -3, 0.1),
                        rowsIn(sorted, 0.1, 2.5),
                        rowsIn(sorted, 2.5, 100));
    }

    @Test
    void aColumnWithoutFiniteNumbersHasNone() {
        CountedNumbers numbers = CountedNumbers.of(
                MemoryDataset.of("x:NUMBER").with(3, i -> new @Nullable Object[] {Double.NEGATIVE_INFINITY}), "x");

        assertThat(numbers.rows()).isZero();
        assertThat(numbers.inBins(new double[] {1})).containsExactly(0, 0);
    }

    private static long rowsIn(double[] rows, double above, double upTo) {
        return Arrays.stream(rows).filter(row -> row > above && row <= upTo).count();
    }
}
