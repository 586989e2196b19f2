package io.plimsoll.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DatasetProfileTest {
    private static final int ROWS = 300;

    /** The numbers from 1 to 300, each tenth row without one. */
    private final MemoryDataset table = MemoryDataset.of(
                    "id:INTEGER",
                    "trial:TEXT",
                    "x:NUMBER",
                    "arms:INTEGER",
                    "land:TEXT",
                    "site:TEXT",
                    "open:BOOLEAN",
                    "none:NUMBER")
            .with(ROWS, i -> new @Nullable Object[] {
                (long) i,
                "t" + i % 7,
                i % 10 == 9 ? null : i + 1.0,
                (long) (i % 3),
                i % 4 == 0 ? "IT" : "DE",
                "s3cret" + i / 2,
                i % 2 == 0,
                null
            });

    private final DatasetProfile profile = DatasetProfile.of(table, Set.of("id", "trial"));

    @Test
    void tellsHowNumbersAreSpread() {
        ColumnFigures x = column("x");
        NumberFigures numbers = Objects.requireNonNull(x.numbers());

        assertThat(x.missing()).isEqualTo(30);
        assertThat(x.distinct()).isEqualTo(270);
        assertThat(x.levels()).isEmpty();
        assertThat(numbers.mean()).isCloseTo(150.0, within(1e-9));
        assertThat(numbers.least()).isEqualTo(1);
        assertThat(numbers.most()).isEqualTo(299);
        // the 135th of 270 numbers, of which each ten rows have nine
        assertThat(numbers.median()).isEqualTo(149);
        assertThat(numbers.quantiles()).hasSize(21).isSorted();
        assertThat(numbers.histogram()).hasSize(20);
        assertThat(sum(numbers.histogram())).isEqualTo(270);
        assertThat(numbers.cuts()).hasSize(9);
        assertThat(numbers.cutRows()).hasSize(10).allMatch(rows -> rows == 27);
        assertThat(numbers.inBins(table, "x")).containsOnly(27);
    }

    @Test
    void numbersOfFewValuesAreListedAndFillFewBins() {
        ColumnFigures arms = column("arms");
        NumberFigures numbers = Objects.requireNonNull(arms.numbers());

        assertThat(arms.levels()).containsExactly(new Level("0", 100), new Level("1", 100), new Level("2", 100));
        assertThat(numbers.cuts()).containsExactly(0.0, 1.0);
        assertThat(numbers.cutRows()).containsExactly(100L, 100L, 100L);
    }

    @Test
    void tellsTheLevelsOfTexts() {
        assertThat(column("land").levels()).containsExactly(new Level("DE", 225), new Level("IT", 75));
        assertThat(column("land").listsAllLevels()).isTrue();
        assertThat(column("open").levels()).hasSize(2);
    }

    @Test
    void keepsCountsAloneOfWhatNamesRows() {
        for (String name : List.of("id", "trial", "site")) {
            assertThat(column(name).levels()).isEmpty();
            assertThat(column(name).numbers()).isNull();
            assertThat(column(name).listsAllLevels()).isFalse();
        }
        assertThat(column("site").distinct()).isEqualTo(150);
        assertThat(new String(profile.file(), StandardCharsets.UTF_8)).doesNotContain("s3cret");
    }

    @Test
    void aColumnWithoutValuesHasNone() {
        assertThat(column("none")).isEqualTo(new ColumnFigures("none", ColumnType.NUMBER, ROWS, 0, null, List.of()));
    }

    @Test
    void oneValueFillsOneBin() {
        NumberFigures one = Objects.requireNonNull(DatasetProfile.of(
                        MemoryDataset.of("x:NUMBER").with(5, i -> new @Nullable Object[] {-0.0}), Set.of())
                .columns()
                .get(0)
                .numbers());

        assertThat(one.histogram()).isEmpty();
        assertThat(one.cuts()).isEmpty();
        assertThat(one.cutRows()).containsExactly(5L);
        assertThat(one.least()).isEqualTo(0.0);
    }

    @Test
    void isReadAsItWasWritten() {
        assertThat(DatasetProfile.read(profile.file())).hasValue(profile);
        assertThat(DatasetProfile.read("{\"format\":2,\"rows\":1,\"columns\":[]}".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(DatasetProfile.read("{\"bars\":1}".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    private ColumnFigures column(String name) {
        return profile.column(name).orElseThrow();
    }

    private static long sum(List<Long> counts) {
        return counts.stream().mapToLong(Long::longValue).sum();
    }
}
