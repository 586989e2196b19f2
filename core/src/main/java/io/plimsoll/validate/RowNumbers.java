package io.plimsoll.validate;

import io.plimsoll.data.ColumnSummary;
import io.plimsoll.data.Dataset;
import io.plimsoll.data.Level;
import io.plimsoll.data.Selection;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds numbers that count rows: a whole number of its own for each, in the whole table, or within every group without a gap. Such a number is a place in
 * an order, and the order may be that in which things happened.
 */
final class RowNumbers {
    private static final int FEWEST_ROWS = 20;

    private final Dataset table;
    private final String group;

    RowNumbers(Dataset table, String group) {
        this.table = table;
        this.group = group;
    }

    Optional<String> reason(String feature) {
        if (!hasNumbersOfTheirOwn(feature)) {
            return Optional.empty();
        }
        Run whole = new Run();
        table.scan(new Selection(List.of(feature), List.of()), batch -> {
            for (int row = 0; row < batch.rows(); row++) {
                whole.add(batch.numbers().get(0)[row]);
            }
        });
        if (whole.rows < FEWEST_ROWS || !whole.whole) {
            return Optional.empty();
        }
        if (whole.fillsItsRange() && table.summary(feature).distinct() == whole.rows) {
            return Optional.of("it numbers the rows of the table, each with a number of its own");
        }
        return numberTheirRows(groups(feature)) ? Optional.of("it numbers the rows of each group") : Optional.empty();
    }

    /** Whether each row has a value, and no two rows of a group the same: what can be asked without looking at every row. */
    private boolean hasNumbersOfTheirOwn(String feature) {
        ColumnSummary summary = table.summary(feature);
        return summary.missing() == 0
                && (summary.distinct() == summary.rows()
                        || (sufficeForGroups(summary.distinct()) && differInGroups(feature, summary.rows())));
    }

    /** Of so many values, each group may have each once only: fewer rows than there are otherwise, which costs no look at them. */
    private boolean sufficeForGroups(long values) {
        return (double) values * table.summary(group).distinct() >= table.rows();
    }

    private boolean differInGroups(String feature, long rows) {
        return table.distinctPerLevel(feature, group).stream()
                        .mapToLong(Level::rows)
                        .sum()
                == rows;
    }

    private Collection<Run> groups(String feature) {
        Map<String, Run> groups = new HashMap<>();
        table.scan(new Selection(List.of(feature), List.of(group)), batch -> {
            for (int row = 0; row < batch.rows(); row++) {
                groups.computeIfAbsent(String.valueOf(batch.texts().get(0)[row]), name -> new Run())
                        .add(batch.numbers().get(0)[row]);
            }
        });
        return groups.values();
    }

    /** Groups of one row say nothing; of the rows, most must lie in others. */
    private static boolean numberTheirRows(Collection<Run> groups) {
        double rows = groups.stream().mapToDouble(run -> run.rows).sum();
        List<Run> telling = groups.stream().filter(run -> run.rows > 2).toList();
        double told = telling.stream().mapToDouble(run -> run.rows).sum();
        return told > rows / 2 && groups.stream().allMatch(Run::hasNoGap) && telling.size() > 1;
    }

    /** Sums that only a run of whole numbers without a gap has. */
    private static final class Run {
        private double rows;
        private double least = Double.POSITIVE_INFINITY;
        private double most = Double.NEGATIVE_INFINITY;
        private double sum;
        private double squares;
        private boolean whole = true;

        void add(double value) {
            rows++;
            least = Math.min(least, value);
            most = Math.max(most, value);
            sum += value;
            squares += value * value;
            whole &= value == Math.rint(value);
        }

        /** Of the whole numbers from the least to the most, the rows are half or more, as where some rows were left out. */
        boolean fillsItsRange() {
            return 2 * rows > most - least;
        }

        boolean hasNoGap() {
            double expected = rows * (least + most) / 2;
            // Σ (a + i)² = n a² + a n (n − 1) + (n − 1) n (2 n − 1) / 6, for i from 0 to n − 1
            double expectedSquares =
                    rows * least * least + least * rows * (rows - 1) + (rows - 1) * rows * (2 * rows - 1) / 6;
            return whole
                    && most - least + 1 == rows
                    && Math.abs(sum - expected) < 0.5
                    && Math.abs(squares - expectedSquares) <= 1e-9 * Math.max(1, expectedSquares);
        }
    }
}
