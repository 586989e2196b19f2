package io.plimsoll.validate;

import io.plimsoll.data.Column;
import io.plimsoll.data.ColumnType;
import io.plimsoll.data.Dataset;
import io.plimsoll.data.LevelFigure;
import io.plimsoll.data.Roles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;

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
        List<String> columns = table.columns().stream()
                .filter(column -> column.type() == ColumnType.TEXT)
                .map(Column::name)
                .filter(column -> !column.equals(roles.group()) && !features.contains(column))
                .filter(this::hasFewLevels)
                .toList();
        List<LevelFigure> figures = new ArrayList<>(List.of(new LevelFigure.Rows()));
        columns.forEach(column -> figures.add(new LevelFigure.Distinct(column)));
        columns.forEach(column -> figures.add(
                new LevelFigure.With(column, table.levels(column).get(0).value())));
        List<Map<String, Double>> found = new ArrayList<>();
        figures.forEach(figure -> found.add(new HashMap<>()));
        eachGroup(figures, (group, counted) -> {
            for (int i = 0; i < counted.length; i++) {
                boolean share = figures.get(i) instanceof LevelFigure.With;
                found.get(i).put(group, share ? counted[i] / counted[0] : counted[i]);
            }
        });
        for (int i = 0; i < figures.size(); i++) {
            counts.put(name(figures.get(i)), found.get(i));
        }
    }

    private static String name(LevelFigure figure) {
        if (figure instanceof LevelFigure.Distinct distinct) {
            return "the number of different values of '" + distinct.column() + "'";
        }
        return figure instanceof LevelFigure.With with
                ? "the share of one value of '" + with.column() + "'"
                : "the number of rows";
    }

    private boolean hasFewLevels(String column) {
        long levels = table.summary(column).distinct();
        return levels > 1 && levels <= MOST_LEVELS;
    }

    /** The values in each group of the features that have one only there, in one pass; no value at all is one, too. */
    private Map<String, Map<String, Double>> constants(List<String> features) {
        List<LevelFigure> figures = new ArrayList<>(List.of(new LevelFigure.Rows()));
        for (String feature : features) {
            figures.add(new LevelFigure.Present(feature));
            figures.add(new LevelFigure.Least(feature));
            figures.add(new LevelFigure.Most(feature));
        }
        Map<String, Map<String, Double>> constants = new LinkedHashMap<>();
        features.forEach(feature -> constants.put(feature, new HashMap<>()));
        eachGroup(figures, (group, found) -> {
            for (int i = 0; i < features.size(); i++) {
                int at = 1 + 3 * i;
                boolean constant = found[at] == 0 || (found[at] == found[0] && found[at + 1] == found[at + 2]);
                Map<String, Double> values = constants.get(features.get(i));
                if (values != null && constant) {
                    values.put(group, found[at + 1]);
                } else {
                    constants.remove(features.get(i));
                }
            }
        });
        return constants;
    }

    private void eachGroup(List<LevelFigure> figures, BiConsumer<String, double[]> consumer) {
        table.figuresPerLevel(figures, roles.group(), batch -> {
            for (int row = 0; row < batch.rows(); row++) {
                int group = row;
                consumer.accept(
                        Objects.requireNonNull(batch.texts().get(0)[row]),
                        batch.numbers().stream()
                                .mapToDouble(figure -> figure[group])
                                .toArray());
            }
        });
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
