package io.plimsoll.data;

import java.util.List;
import java.util.Map;
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

    /**
     * @param names columns whose values name rows or groups, of which only counts are kept; texts like an id are taken for such
     * @param numbers of all quantities that have some
     */
    static ColumnFigures of(Dataset dataset, Column column, Set<String> names, Map<String, NumberFigures> numbers) {
        ColumnSummary summary = dataset.summary(column.name());
        boolean countsOnly = names.contains(column.name()) || (!column.type().isNumeric() && summary.isLikeAnId());
        boolean listed = !countsOnly && (!isQuantity(column) || summary.distinct() <= MOST_NUMBERS);
        return new ColumnFigures(
                column.name(),
                column.type(),
                summary.missing(),
                summary.distinct(),
                numbers.get(column.name()),
                listed
                        ? dataset.levels(column.name()).stream()
                                .limit(MOST_LEVELS)
                                .toList()
                        : List.of());
    }

    static boolean isQuantity(Column column) {
        return column.type() == ColumnType.INTEGER || column.type() == ColumnType.NUMBER;
    }

    /** Whether every value that occurs is among the {@link #levels}. */
    public boolean listsAllLevels() {
        return levels.size() == distinct;
    }
}
