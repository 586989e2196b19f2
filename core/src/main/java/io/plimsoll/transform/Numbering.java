package io.plimsoll.transform;

import io.plimsoll.config.FeaturesConfig;
import io.plimsoll.config.FeaturesConfig.MissingCategory;
import io.plimsoll.config.FeaturesConfig.Unseen;
import io.plimsoll.config.Label;
import io.plimsoll.data.Level;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Numbers that stand for the categories of one column. */
final class Numbering {
    private final FeaturesConfig features;
    private final String column;

    Numbering(FeaturesConfig features, String column) {
        this.features = features;
        this.column = column;
    }

    /**
     * Places in the order that is given, or else of the letters: 1, 2, 3 and so on. A missing value is 0; so is an unseen category, unless it is a level
     * of its own: then it is behind all others, where rare ones are.
     */
    Encoding.Lookup ordinal(List<Level> byCount) {
        List<String> rare = rare(byCount);
        List<String> order = order(byCount, rare);
        Map<String, Float> numbers = new LinkedHashMap<>();
        order.forEach(level -> numbers.put(level, (float) (numbers.size() + 1)));
        float last = order.size() + 1;
        List<String> behind =
                rare.stream().filter(level -> !order.contains(level)).toList();
        behind.forEach(level -> numbers.put(level, last));
        float unseen = features.unseen() == Unseen.OWN_LEVEL ? last : 0;
        return lookup("ordinal", numbers, behind, 0, unseen);
    }

    private List<String> order(List<Level> byCount, List<String> rare) {
        List<Label> given = features.order().getOrDefault(column, List.of());
        if (!given.isEmpty()) {
            return given.stream().map(Label::text).distinct().toList();
        }
        List<String> order = new ArrayList<>(Transform.sorted(byCount));
        order.removeAll(rare);
        return order;
    }

    /** Shares of the training rows. Rare categories share the share of all of them; an unseen one has that, or 0 if it is not a level of its own. */
    Encoding.Lookup frequency(List<Level> byCount, long rows) {
        List<String> rare = rare(byCount);
        long present = byCount.stream().mapToLong(Level::rows).sum();
        long rareRows = byCount.stream()
                .filter(level -> rare.contains(level.value()))
                .mapToLong(Level::rows)
                .sum();
        float other = (float) ((double) rareRows / rows);
        Map<String, Float> numbers = new LinkedHashMap<>();
        byCount.stream()
                .sorted(Comparator.comparing(Level::value))
                .forEach(level -> numbers.put(
                        level.value(), rare.contains(level.value()) ? other : (float) ((double) level.rows() / rows)));
        float missing = features.missing().categorical() == MissingCategory.OWN_LEVEL
                ? (float) ((double) (rows - present) / rows)
                : 0;
        return lookup("frequency", numbers, rare, missing, features.unseen() == Unseen.OWN_LEVEL ? other : 0);
    }

    private List<String> rare(List<Level> byCount) {
        return Transform.sorted(byCount.stream()
                .filter(level -> level.rows() < features.minLevelRows())
                .toList());
    }

    private Encoding.Lookup lookup(
            String kind, Map<String, Float> numbers, List<String> rare, float missing, float otherwise) {
        return new Encoding.Lookup(column, kind, numbers, rare, missing, otherwise, Transform.unseen(features));
    }
}
