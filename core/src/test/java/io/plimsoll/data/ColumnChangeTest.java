package io.plimsoll.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ColumnChangeTest {
    @Test
    void givesTheFiguresOfBothSides() {
        ColumnChange change = ColumnChange.between(
                numbers(10, i -> i + 1.0), numbers(12, i -> i < 2 ? null : (Object) (i - 1.0)), "x");

        NumberProfile figures = new NumberProfile(5.5, 1, 1, 5, 9, 10);
        assertThat(change.profileBefore()).isEqualTo(new ColumnProfile(10, 0, 10, figures));
        assertThat(change.profileAfter()).isEqualTo(new ColumnProfile(12, 2, 10, figures));
        assertThat(change.profileAfter().missingShare()).isEqualTo(2 / 12.0);
        assertThat(change.hasOtherType()).isFalse();
    }

    @Test
    void leavesOutWhatIsNotFiniteAndDoesNotOverflow() {
        Dataset huge = numbers(4, i -> i == 0 ? Double.POSITIVE_INFINITY : 1.5e308);

        NumberProfile figures = ColumnProfile.of(huge, huge.columns().get(0)).numbers();

        assertThat(figures).isEqualTo(new NumberProfile(1.5e308, 1.5e308, 1.5e308, 1.5e308, 1.5e308, 1.5e308));
        Dataset none = numbers(2, i -> null);
        assertThat(ColumnProfile.of(none, none.columns().get(0)).numbers()).isNull();
    }

    @Test
    void marksAMissingShareThatMovedByMoreThanFivePoints() {
        Dataset before = numbers(100, i -> 1000.0 + i);

        assertThat(shifts(before, numbers(100, i -> i < 5 ? null : (Object) (1000.0 + i))))
                .isEmpty();
        assertThat(shifts(before, numbers(100, i -> i < 6 ? null : (Object) (1000.0 + i))))
                .containsExactly(Shift.MISSING);
    }

    @Test
    void marksAMedianThatMovedByMoreThanATenthOfTheRangeBetweenDeciles() {
        Dataset before = numbers(1001, i -> (double) i);

        assertThat(shifts(before, numbers(1001, i -> i + 80.0))).isEmpty();
        assertThat(shifts(before, numbers(1001, i -> i + 81.0))).containsExactly(Shift.MEDIAN);
        assertThat(shifts(before, numbers(1001, i -> i - 81.0))).containsExactly(Shift.MEDIAN);
    }

    @Test
    void marksAnyMoveOfTheMedianOfAColumnThatHardlyVaried() {
        assertThat(shifts(numbers(9, i -> 1.0), numbers(9, i -> 1.0))).isEmpty();
        assertThat(shifts(numbers(9, i -> 1.0), numbers(9, i -> 1.01))).containsExactly(Shift.MEDIAN, Shift.LEVELS);
    }

    @Test
    void marksSharesOfValuesThatMovedByMoreThanATenth() {
        Dataset before = texts(100, i -> i < 50 ? "a" : "b");

        assertThat(shifts(before, texts(100, i -> i < 40 ? "a" : "b"))).isEmpty();
        assertThat(shifts(before, texts(100, i -> i < 39 ? "a" : "b"))).containsExactly(Shift.LEVELS);
        assertThat(shifts(before, texts(100, i -> i < 50 ? "a" : "c"))).containsExactly(Shift.LEVELS);
    }

    @Test
    void doesNotCompareNamesOfWhichEachRowHasItsOwn() {
        assertThat(shifts(texts(101, i -> "old " + i), texts(101, i -> "new " + i)))
                .isEmpty();
        assertThat(shifts(texts(100, i -> "old " + i), texts(100, i -> "new " + i)))
                .containsExactly(Shift.LEVELS);
    }

    @Test
    void comparesValuesInTheirTextFormWhereTheTypeChanged() {
        ColumnChange change = ColumnChange.between(numbers(10, i -> i % 2.0), texts(10, i -> "" + i % 2), "x");

        assertThat(change.hasOtherType()).isTrue();
        assertThat(change.shifts()).isEmpty();
        assertThat(change.profileAfter().numbers()).isNull();
    }

    @Test
    void countsNamesOfRowsAndTellsNoneOfThem() {
        ColumnChange change = ColumnChange.ofNames(numbers(10, i -> (double) i), numbers(20, i -> i + 900.0), "x");

        assertThat(change.profileBefore()).isEqualTo(new ColumnProfile(10, 0, 10, null));
        assertThat(change.profileAfter()).isEqualTo(new ColumnProfile(20, 0, 20, null));
        assertThat(change.shifts()).isEmpty();
    }

    private static Iterable<Shift> shifts(Dataset before, Dataset after) {
        return ColumnChange.between(before, after, "x").shifts();
    }

    private static Dataset numbers(int rows, IntFunction<@Nullable Object> value) {
        return MemoryDataset.of("x:NUMBER").with(rows, i -> new @Nullable Object[] {value.apply(i)});
    }

    private static Dataset texts(int rows, IntFunction<@Nullable Object> value) {
        return MemoryDataset.of("x:TEXT").with(rows, i -> new @Nullable Object[] {value.apply(i)});
    }
}
