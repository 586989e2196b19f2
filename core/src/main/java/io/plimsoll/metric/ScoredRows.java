package io.plimsoll.metric;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Holdout rows with what is true and what a model says, in the canonical order of their key.
 *
 * <p><b>Shape</b>: one entry a row in each array. <b>Units</b>: target and prediction in the target's own unit, or 0/1 and a probability.
 *
 * @param weight a row's share in every metric, positive
 * @param group rows with the same value were kept together by the split
 */
public record ScoredRows(double[] target, double[] prediction, double[] weight, String[] group) {
    public int rows() {
        return target.length;
    }

    public int groups() {
        return new HashSet<>(Arrays.asList(group)).size();
    }

    /** Groups with at least one row of the class that fewer rows have; 0 where a class is absent. */
    public int groupsOfRarerClass() {
        long positives = Arrays.stream(target).filter(y -> y == 1).count();
        double rarer = positives * 2 <= target.length ? 1 : 0;
        Set<String> groups = new HashSet<>();
        for (int i = 0; i < target.length; i++) {
            if (target[i] == rarer) {
                groups.add(group[i]);
            }
        }
        return groups.size();
    }

    /** The same rows with another model's predictions. */
    public ScoredRows withPrediction(double[] other) {
        return new ScoredRows(target, other, weight, group);
    }

    /** The rows for which {@code kept} is true. */
    public ScoredRows where(boolean[] kept) {
        int[] index = IntStream.range(0, kept.length).filter(i -> kept[i]).toArray();
        return new ScoredRows(
                pick(target, index),
                pick(prediction, index),
                pick(weight, index),
                Arrays.stream(index).mapToObj(i -> group[i]).toArray(String[]::new));
    }

    /** All of these rows, one part behind the other. */
    public static ScoredRows concat(List<ScoredRows> parts) {
        return new ScoredRows(
                joined(parts, ScoredRows::target),
                joined(parts, ScoredRows::prediction),
                joined(parts, ScoredRows::weight),
                parts.stream().flatMap(part -> Arrays.stream(part.group())).toArray(String[]::new));
    }

    private static double[] joined(List<ScoredRows> parts, Function<ScoredRows, double[]> column) {
        return parts.stream()
                .flatMapToDouble(part -> Arrays.stream(column.apply(part)))
                .toArray();
    }

    private static double[] pick(double[] values, int[] index) {
        return Arrays.stream(index).mapToDouble(i -> values[i]).toArray();
    }
}
