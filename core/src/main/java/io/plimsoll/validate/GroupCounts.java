package io.plimsoll.validate;

import io.plimsoll.data.Column;
import io.plimsoll.data.ColumnType;
import io.plimsoll.data.Dataset;
import io.plimsoll.data.Level;
import io.plimsoll.data.Roles;
import io.plimsoll.data.Selection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds numeric features that are counted from the rows of their whole group: how many there are, how many different values of a column they
 * have, or which share of them has one value of it. They are only known once the group is complete, and what happened may have shaped it.
 */
final class GroupCounts {
    private static final int FEWEST_GROUPS = 20;
    private static final int MOST_LEVELS = 1000;
    private static final double AGREEING = 0.95;
    private static final double ROUNDED = 0.0051;

    private final Dataset table;
    private final Roles roles;
    private final Map<String, Map<String, Double>> ofFeatures = new HashMap<>();
    private final Map<String, Map<String, Double>> counts = new LinkedHashMap<>();

    /** @param features numeric ones */
    GroupCounts(Dataset table, Roles roles, List<String> features) {
        this.table = table;
        this.roles = roles;
        boolean grouped = !roles.group().equals(roles.key());
        features.forEach(feature -> (grouped ? constants(feature) : Optional.<Map<String, Double>>empty())
                .filter(values -> values.size() >= FEWEST_GROUPS)
                .ifPresent(values -> ofFeatures.put(feature, values)));
        if (!ofFeatures.isEmpty()) {
            count(features);
        }
    }

    Optional<String> reason(String feature) {
        Map<String, Double> values = ofFeatures.getOrDefault(feature, Map.of());
        return counts.entrySet().stream()
                .filter(entry -> agree(values, entry.getValue()))
                .map(Map.Entry::getKey)
                .findFirst()
                .map(what -> "it is " + what + " in its group");
    }

    private void count(List<String> features) {
        counts.put("the number of rows", figures(table.levels(roles.group())));
        for (Column column : table.columns()) {
            boolean wanted = column.type() == ColumnType.TEXT && !column.name().equals(roles.group());
            if (wanted && !features.contains(column.name())) {
                long levels = table.summary(column.name()).distinct();
                if (levels > 1 && levels <= MOST_LEVELS) {
                    counts.put(
                            "the number of different values of '" + column.name() + "'",
                            figures(table.distinctPerLevel(column.name(), roles.group())));
                    counts.put("the share of one value of '" + column.name() + "'", shares(column.name()));
                }
            }
        }
    }

    private static Map<String, Double> figures(List<Level> levels) {
        Map<String, Double> figures = new HashMap<>();
        levels.forEach(level -> figures.put(level.value(), (double) level.rows()));
        return figures;
    }

    /** Of the most frequent value. */
    private Map<String, Double> shares(String column) {
        String value = table.levels(column).get(0).value();
        Map<String, double[]> sums = new HashMap<>();
        table.scan(new Selection(List.of(), List.of(roles.group(), column)), batch -> {
            for (int row = 0; row < batch.rows(); row++) {
                double[] sum = sums.computeIfAbsent(
                        Objects.requireNonNullElse(batch.texts().get(0)[row], ""), group -> new double[2]);
                sum[0]++;
                sum[1] += value.equals(batch.texts().get(1)[row]) ? 1 : 0;
            }
        });
        Map<String, Double> shares = new HashMap<>();
        sums.forEach((group, sum) -> shares.put(group, sum[1] / sum[0]));
        return shares;
    }

    /** The feature's value in each group, if it has one only. */
    private Optional<Map<String, Double>> constants(String feature) {
        Map<String, Double> values = new HashMap<>();
        boolean[] constant = {true};
        table.scan(new Selection(List.of(feature), List.of(roles.group())), batch -> {
            for (int row = 0; row < batch.rows() && constant[0]; row++) {
                @Nullable String group = batch.texts().get(0)[row];
                Double value = batch.numbers().get(0)[row];
                constant[0] = group == null
                        || Objects.requireNonNullElse(values.putIfAbsent(group, value), value)
                                .equals(value);
            }
        });
        return constant[0] ? Optional.of(values) : Optional.empty();
    }

    /** In nearly all groups, and in nearly all of those whose count is not the usual one. */
    private static boolean agree(Map<String, Double> values, Map<String, Double> counts) {
        Map<Double, Integer> often = new HashMap<>();
        counts.values().forEach(count -> often.merge(count, 1, Integer::sum));
        double usual = often.entrySet().stream()
                .max(Map.Entry.<Double, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(0.0);
        double[] groups = new double[4];
        values.forEach((group, value) -> {
            double count = counts.getOrDefault(group, 0.0);
            int same = Math.abs(count - value) < (count == Math.rint(count) ? 1e-9 : ROUNDED) ? 1 : 0;
            groups[0]++;
            groups[1] += same;
            if (count != usual) {
                groups[2]++;
                groups[3] += same;
            }
        });
        return groups[2] >= FEWEST_GROUPS / 2.0
                && groups[1] >= AGREEING * groups[0]
                && groups[3] >= AGREEING * groups[2];
    }
}
