package io.plimsoll.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ContentHashTest {
    private static final String[] COLUMNS = {"key:INTEGER", "x:NUMBER", "name:TEXT", "day:DATE", "on:BOOLEAN"};

    /** The hash was computed outside Java, from the definition. */
    @Test
    void isTheSameForEverNoMatterWhatReadsTheTable() {
        assertThat(ContentHash.of(table(7L, 0.5, "肺", LocalDate.of(2020, 2, 29), true)))
                .isEqualTo("eb20c439cbac6d919f0e5569f5de82a70b3454d60c4b7c445c38f84a70a5a48b");
    }

    @Test
    void doesNotDependOnTheOrderOfColumns() {
        MemoryDataset table = table(7L, 0.5, "a", LocalDate.EPOCH, true).with(8L, null, null, null, null);

        assertThat(ContentHash.of(table.columnsInOrder("on", "name", "x", "day", "key")))
                .isEqualTo(ContentHash.of(table));
    }

    @Property(tries = 50)
    void doesNotDependOnHowRowsAreBatched(
            @ForAll @IntRange(min = 1, max = 50) int batch, @ForAll @IntRange(max = 50) int rows) {
        MemoryDataset table = MemoryDataset.of(COLUMNS).with(rows, i ->
                new Object[] {(long) i, i / 4.0, "n" + i, LocalDate.ofEpochDay(i), i % 2 == 0});

        assertThat(ContentHash.of(table.inBatchesOf(batch))).isEqualTo(ContentHash.of(table));
    }

    @Test
    void anyOtherValueGivesAnotherHash() {
        LocalDate day = LocalDate.EPOCH;
        List<MemoryDataset> tables = List.of(
                table(7L, 0.5, "a", day, true),
                table(8L, 0.5, "a", day, true),
                table(7L, 0.25, "a", day, true),
                table(7L, Math.nextUp(0.5), "a", day, true),
                table(7L, null, "a", day, true),
                table(7L, 0.0, "a", day, true),
                table(7L, Double.POSITIVE_INFINITY, "a", day, true),
                table(7L, 0.5, "A", day, true),
                table(7L, 0.5, "a ", day, true),
                table(7L, 0.5, "", day, true),
                table(7L, 0.5, null, day, true),
                table(7L, 0.5, "a", day.plusDays(1), true),
                table(7L, 0.5, "a", null, true),
                table(7L, 0.5, "a", day, false),
                table(7L, 0.5, "a", day, null),
                table(7L, 0.5, "a", day, true).with(8L, 0.5, "a", day, true),
                MemoryDataset.of(COLUMNS));

        assertThat(hashes(tables)).hasSameSizeAs(tables);
    }

    @Test
    void anotherColumnNameOrTypeGivesAnotherHash() {
        List<MemoryDataset> tables = List.of(
                MemoryDataset.of("key:INTEGER", "v:NUMBER").with(1L, 1.0),
                MemoryDataset.of("key:INTEGER", "v:INTEGER").with(1L, 1L),
                MemoryDataset.of("key:INTEGER", "v:TEXT").with(1L, "1"),
                MemoryDataset.of("key:INTEGER", "w:INTEGER").with(1L, 1L),
                MemoryDataset.of("key:INTEGER").with(1L));

        assertThat(hashes(tables)).hasSameSizeAs(tables);
    }

    /** A number that is NaN rather than missing is refused before it could matter. */
    @Test
    void countsNaNAsMissing() {
        assertThat(ContentHash.of(table(7L, Double.NaN, null, null, null)))
                .isEqualTo(ContentHash.of(table(7L, null, null, null, null)));
    }

    @Test
    void textsDoNotRunIntoEachOther() {
        MemoryDataset empty = MemoryDataset.of("key:INTEGER", "t:TEXT");
        List<MemoryDataset> tables = List.of(
                empty.with(1L, "ab").with(2L, "c"),
                empty.with(1L, "a").with(2L, "bc"),
                empty.with(1L, "abc").with(2L, ""),
                empty.with(1L, "").with(2L, "abc"),
                empty.with(1L, null).with(2L, "abc"));

        assertThat(hashes(tables)).hasSameSizeAs(tables);
    }

    @Test
    void textsLongerThanItsBufferAreHashedWhole() {
        String text = "x".repeat(70_000);
        MemoryDataset empty = MemoryDataset.of("key:INTEGER", "t:TEXT");
        List<MemoryDataset> tables = List.of(
                empty.with(1L, text).with(2L, "a"),
                empty.with(1L, text + "x").with(2L, "a"),
                empty.with(1L, text.substring(1) + "y").with(2L, "a"),
                empty.with(1L, text).with(2L, "b"));

        assertThat(hashes(tables)).hasSameSizeAs(tables);
    }

    private static MemoryDataset table(@Nullable Object... values) {
        return MemoryDataset.of(COLUMNS).with(values);
    }

    private static Set<String> hashes(List<MemoryDataset> tables) {
        Set<String> hashes = new HashSet<>();
        tables.forEach(table -> hashes.add(ContentHash.of(table)));
        return hashes;
    }
}
