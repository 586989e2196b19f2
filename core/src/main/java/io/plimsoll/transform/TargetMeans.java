package io.plimsoll.transform;

import io.plimsoll.config.FeaturesConfig;
import io.plimsoll.config.FeaturesConfig.MissingCategory;
import io.plimsoll.config.FeaturesConfig.Unseen;
import io.plimsoll.data.Batch;
import io.plimsoll.data.Selection;
import io.plimsoll.data.TrainingSet;
import io.plimsoll.split.RowWeights;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The mean target of each category, drawn to the mean of all as if {@code smoothing} more rows had it; on the scale of the training, with its weights.
 * Kept by fold, so that the numbers without any fold can be told.
 *
 * <p><b>Source</b>: Micci-Barreca, "A preprocessing scheme for high-cardinality categorical attributes", SIGKDD Explorations 3, 2001.
 */
final class TargetMeans {
    /** Stands for missing values, which no category is called. */
    private static final String MISSING = "";

    private final String column;
    private final FeaturesConfig features;
    private final Map<String, Sums[]> byLevel = new TreeMap<>();
    private final Map<String, Integer> rows = new HashMap<>();
    private final Map<Integer, Encoding.Lookup> withoutFold = new HashMap<>();

    private TargetMeans(String column, FeaturesConfig features) {
        this.column = column;
        this.features = features;
    }

    /** Weights and weighted targets, added up. */
    private static final class Sums {
        private double weight;
        private double target;
    }

    /** @param foldOf by group, from 0 */
    static TargetMeans of(
            String column,
            TrainingSet training,
            Answers answers,
            FeaturesConfig features,
            Map<String, Integer> foldOf) {
        TargetMeans means = new TargetMeans(column, features);
        List<String> levels = new ArrayList<>();
        List<String> groups = new ArrayList<>();
        List<Double> targets = new ArrayList<>();
        Selection selection = new Selection(
                List.of(answers.roles().target()),
                List.of(column, answers.roles().group()));
        training.rows().scan(selection, batch -> {
            for (int row = 0; row < batch.rows(); row++) {
                levels.add(Objects.requireNonNullElse(text(batch, 0, row), MISSING));
                groups.add(Objects.requireNonNull(text(batch, 1, row)));
                targets.add(answers.scale().of(batch.numbers().get(0)[row]));
            }
        });
        double[] weights = RowWeights.of(answers.weight(), groups.toArray(String[]::new));
        for (int row = 0; row < weights.length; row++) {
            int fold = Objects.requireNonNull(foldOf.get(groups.get(row)));
            means.add(levels.get(row), fold, weights[row], targets.get(row));
        }
        return means;
    }

    private static @Nullable String text(Batch batch, int column, int row) {
        return batch.texts().get(column)[row];
    }

    private void add(String level, int fold, double weight, double target) {
        Sums[] sums = byLevel.computeIfAbsent(level, name -> fresh());
        sums[fold].weight += weight;
        sums[fold].target += weight * target;
        rows.merge(level, 1, Integer::sum);
    }

    private static Sums[] fresh() {
        Sums[] sums = new Sums[OutOfFold.FOLDS];
        for (int fold = 0; fold < sums.length; fold++) {
            sums[fold] = new Sums();
        }
        return sums;
    }

    /** Of all training rows. */
    Encoding.Lookup lookup() {
        return lookup(-1);
    }

    OutOfFold.Lookups lookups() {
        return fold -> withoutFold.computeIfAbsent(fold, this::lookup);
    }

    private Encoding.Lookup lookup(int without) {
        double prior = mean(byLevel.keySet(), without, 0, 0);
        List<String> rare = byLevel.keySet().stream()
                .filter(level -> !level.equals(MISSING) && rows.getOrDefault(level, 0) < features.minLevelRows())
                .toList();
        float other = rare.isEmpty() ? (float) prior : (float) mean(rare, without, prior, features.smoothing());
        Map<String, Float> numbers = new LinkedHashMap<>();
        for (String level : byLevel.keySet()) {
            if (!level.equals(MISSING)) {
                numbers.put(
                        level,
                        rare.contains(level)
                                ? other
                                : (float) mean(List.of(level), without, prior, features.smoothing()));
            }
        }
        boolean ownMissing = features.missing().categorical() == MissingCategory.OWN_LEVEL;
        float missing = (float)
                (ownMissing && byLevel.containsKey(MISSING)
                        ? mean(List.of(MISSING), without, prior, features.smoothing())
                        : prior);
        float unseen = features.unseen() == Unseen.OWN_LEVEL ? other : (float) prior;
        return new Encoding.Lookup(column, "target", numbers, rare, missing, unseen, Transform.unseen(features));
    }

    /** The mean over some levels, in their order, drawn to a prior that counts so much; without the rows of one fold, or with all for −1. */
    private double mean(Iterable<String> levels, int without, double prior, double drawn) {
        double weight = 0;
        double target = 0;
        for (String level : levels) {
            Sums[] sums = Objects.requireNonNull(byLevel.get(level));
            for (int fold = 0; fold < sums.length; fold++) {
                weight += fold == without ? 0 : sums[fold].weight;
                target += fold == without ? 0 : sums[fold].target;
            }
        }
        return weight + drawn == 0 ? prior : (target + drawn * prior) / (weight + drawn);
    }
}
