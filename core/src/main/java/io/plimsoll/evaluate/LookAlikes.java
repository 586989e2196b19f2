package io.plimsoll.evaluate;

import io.plimsoll.data.Column;
import io.plimsoll.data.ColumnSummary;
import io.plimsoll.data.ColumnType;
import io.plimsoll.data.Dataset;
import io.plimsoll.data.Roles;
import io.plimsoll.data.Selection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the column whose equal values go with equal targets.
 *
 * <p>The measure is adjusted R² of the target on the column's values: the share of its variance that lies between them, less what chance gives
 * to many small groups. <b>Source</b>: Wherry (1931), the correction for the number of predictors.
 */
final class LookAlikes {
    private static final double LEAST_SHARE = 0.2;
    private static final double AS_GOOD = 0.05;
    private static final double MOST_MISSING = 0.05;
    private static final int LEAST_GROUPS = 10;

    private final Dataset labelled;
    private final Roles roles;

    /** @param labelled rows with a value of the target */
    LookAlikes(Dataset labelled, Roles roles) {
        this.labelled = labelled;
        this.roles = roles;
    }

    /**
     * The column that explains most of the target; among those that explain about as much, the one of most values. Empty if none explains a
     * fifth.
     *
     * @param features columns that the model reads, which cannot be what it does not know
     */
    Optional<String> column(List<String> features) {
        Map<String, Double> shares = new HashMap<>();
        Map<String, Long> groups = new HashMap<>();
        for (Column column : labelled.columns()) {
            if (!features.contains(column.name()) && mayGroup(column)) {
                shares.put(column.name(), share(column.name()));
                groups.put(column.name(), labelled.summary(column.name()).distinct());
            }
        }
        double best = shares.values().stream().mapToDouble(share -> share).max().orElse(0);
        return best < LEAST_SHARE
                ? Optional.empty()
                : shares.entrySet().stream()
                        .filter(entry -> entry.getValue() >= best - AS_GOOD)
                        .map(Map.Entry::getKey)
                        .max((one, other) -> {
                            int more = Long.compare(groups.getOrDefault(one, 0L), groups.getOrDefault(other, 0L));
                            return more == 0 ? other.compareTo(one) : more;
                        });
    }

    private boolean mayGroup(Column column) {
        boolean role = Set.of(roles.key(), roles.target()).contains(column.name());
        boolean named = column.type() == ColumnType.TEXT || column.type() == ColumnType.INTEGER;
        if (role || !named) {
            return false;
        }
        ColumnSummary summary = labelled.summary(column.name());
        return summary.missingShare() <= MOST_MISSING
                && summary.distinct() >= LEAST_GROUPS
                && 2 * summary.distinct() <= summary.rows();
    }

    private double share(String column) {
        Sums whole = new Sums();
        Map<String, Sums> groups = new HashMap<>();
        Selection selection = new Selection(List.of(roles.target()), List.of(column));
        labelled.scan(selection, batch -> {
            for (int row = 0; row < batch.rows(); row++) {
                double target = batch.numbers().get(0)[row];
                String group = batch.texts().get(0)[row];
                if (group != null) {
                    whole.add(target);
                    groups.computeIfAbsent(group, g -> new Sums()).add(target);
                }
            }
        });
        double within = groups.values().stream().mapToDouble(Sums::squares).sum();
        double freedom = whole.rows - groups.size();
        return freedom <= 0 || whole.squares() == 0 ? 0 : 1 - (within / freedom) / (whole.squares() / (whole.rows - 1));
    }

    private static final class Sums {
        private double rows;
        private double sum;
        private double sumOfSquares;

        void add(double value) {
            rows++;
            sum += value;
            sumOfSquares += value * value;
        }

        /** Sum of the squared deviations from the mean. */
        double squares() {
            return Math.max(0, sumOfSquares - sum * sum / rows);
        }
    }
}
