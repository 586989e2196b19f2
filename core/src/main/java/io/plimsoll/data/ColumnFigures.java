package io.plimsoll.data;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one column of a stored dataset holds, in figures.
 *
 * @param missing rows without a value
 * @param distinct different values among the others
 * @param numbers absent for a column that holds no finite number, and where only counts are kept
 * @param levels values with their counts, the most frequent first, at most {@value #MOST_LEVELS}; empty where only counts are kept, and for
 *     numbers of more than {@value #MOST_NUMBERS} different values
 */
public record ColumnFigures(
        String name,
        ColumnType type,
        long missing,
        long distinct,
        @Nullable NumberFigures numbers,
        List<Level> levels) {
    public static final int MOST_LEVELS = 1000;
    public static final int MOST_NUMBERS = 100;

    public ColumnFigures {
        levels = List.copyOf(levels);
    }

    /** @param names columns whose values name rows or groups, of which only counts are kept; texts like an id are taken for such */
    static ColumnFigures of(Dataset dataset, Column column, Set<String> names) {
        ColumnSummary summary = dataset.summary(column.name());
        boolean numeric = column.type().isNumeric();
        boolean countsOnly = names.contains(column.name()) || (!numeric && summary.isLikeAnId());
        boolean quantity = column.type() == ColumnType.INTEGER || column.type() == ColumnType.NUMBER;
        boolean listed = !countsOnly && (!quantity || summary.distinct() <= MOST_NUMBERS);
        Optional<NumberFigures> numbers =
                quantity && !countsOnly ? NumberFigures.of(dataset, column.name()) : Optional.empty();
        return new ColumnFigures(
                column.name(),
                column.type(),
                summary.missing(),
                summary.distinct(),
                numbers.orElse(null),
                listed
                        ? dataset.levels(column.name()).stream()
                                .limit(MOST_LEVELS)
                                .toList()
                        : List.of());
    }

    /** Whether every value that occurs is among the {@link #levels}. */
    public boolean listsAllLevels() {
        return levels.size() == distinct;
    }
}
