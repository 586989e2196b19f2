package io.plimsoll.validate;

import io.plimsoll.data.Batch;
import io.plimsoll.data.Column;
import io.plimsoll.data.ColumnType;
import io.plimsoll.data.Dataset;
import io.plimsoll.data.Level;
import io.plimsoll.data.Roles;
import io.plimsoll.data.Selection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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
        if (!roles.group().equals(roles.key())) {
            constants(features).forEach((feature, values) -> {
                if (values.size() >= FEWEST_GROUPS) {
                    ofFeatures.put(feature, values);
                }
            });
        }
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
        List<String> columns = table.columns().stream()
                .filter(column -> column.type() == ColumnType.TEXT)
                .map(Column::name)
                .filter(column -> !column.equals(roles.group()) && !features.contains(column))
                .filter(this::hasFewLevels)
                .toList();
        columns.forEach(column -> counts.put(
                "the number of different values of '" + column + "'",
                figures(table.distinctPerLevel(column, roles.group()))));
        shares(columns).forEach((column, shares) -> counts.put("the share of one value of '" + column + "'", shares));
    }

    private boolean hasFewLevels(String column) {
        long levels = table.summary(column).distinct();
        return levels > 1 && levels <= MOST_LEVELS;
    }

    private static Map<String, Double> figures(List<Level> levels) {
        Map<String, Double> figures = new HashMap<>();
        levels.forEach(level -> figures.put(level.value(), (double) level.rows()));
        return figures;
    }

    /** Of the most frequent value of each column, in one pass. */
    private Map<String, Map<String, Double>> shares(List<String> columns) {
        List<String> values = columns.stream()
                .map(column -> table.levels(column).get(0).value())
                .toList();
        Map<String, double[]> sums = new HashMap<>();
        table.scan(new Selection(List.of(), with(columns, roles.group())), batch -> {
            for (int row = 0; row < batch.rows(); row++) {
                double[] sum = sums.computeIfAbsent(
                        Objects.requireNonNullElse(batch.texts().get(columns.size())[row], ""),
                        group -> new double[columns.size() + 1]);
                sum[columns.size()]++;
                for (int i = 0; i < columns.size(); i++) {
                    sum[i] += values.get(i).equals(batch.texts().get(i)[row]) ? 1 : 0;
                }
            }
        });
        Map<String, Map<String, Double>> shares = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            Map<String, Double> ofColumn = new HashMap<>();
            int column = i;
            sums.forEach((group, sum) -> ofColumn.put(group, sum[column] / sum[columns.size()]));
            shares.put(columns.get(i), ofColumn);
        }
        return shares;
    }

    /** The values in each group of the features that have one only there, in one pass. */
    private Map<String, Map<String, Double>> constants(List<String> features) {
        List<String> likely = features.stream()
                .filter(feature ->
                        table.distinctPerLevel(feature, roles.group()).stream().allMatch(level -> level.rows() <= 1))
                .toList();
        Map<String, double[]> first = new HashMap<>();
        Set<Integer> varying = new HashSet<>();
        table.scan(new Selection(likely, List.of(roles.group())), batch -> {
            for (int row = 0; row < batch.rows(); row++) {
                @Nullable String group = batch.texts().get(0)[row];
                double[] known = group == null ? null : first.get(group);
                if (group != null && known == null) {
                    first.put(group, values(batch, row));
                } else if (known != null) {
                    addVarying(known, batch, row, varying);
                }
            }
        });
        Map<String, Map<String, Double>> constants = new LinkedHashMap<>();
        for (int i = 0; i < likely.size(); i++) {
            if (!varying.contains(i)) {
                Map<String, Double> ofFeature = new HashMap<>();
                int feature = i;
                first.forEach((group, values) -> ofFeature.put(group, values[feature]));
                constants.put(likely.get(i), ofFeature);
            }
        }
        return constants;
    }

    private static double[] values(Batch batch, int row) {
        return batch.numbers().stream().mapToDouble(column -> column[row]).toArray();
    }

    /** Which features have another value than in the first row of the group; a missing one is one, too. */
    private static void addVarying(double[] known, Batch batch, int row, Set<Integer> varying) {
        for (int i = 0; i < known.length; i++) {
            if (Double.compare(known[i], batch.numbers().get(i)[row]) != 0) {
                varying.add(i);
            }
        }
    }

    private static List<String> with(List<String> columns, String more) {
        List<String> all = new ArrayList<>(columns);
        all.add(more);
        return all;
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
