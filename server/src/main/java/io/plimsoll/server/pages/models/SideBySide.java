package io.plimsoll.server.pages.models;

import io.plimsoll.guard.Figures;
import io.plimsoll.workspace.ModelVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Two versions of a model.
 *
 * @param metrics that either has
 * @param differences in everything else
 * @param isComparable whether both were measured on the same rows
 * @param numbers of all versions, to choose from
 */
record SideBySide(
        ModelVersion one,
        ModelVersion other,
        List<Row> metrics,
        List<Row> differences,
        boolean isComparable,
        List<Integer> numbers) {
    private static final String METRIC = "metric.";
    private static final List<String> ROWS = List.of("dataset_sha256", "split");

    record Row(String name, String one, String other) {}

    static SideBySide of(ModelVersion one, ModelVersion other, List<Integer> numbers) {
        SortedSet<String> tags = new TreeSet<>(one.tags().keySet());
        tags.addAll(other.tags().keySet());
        List<Row> metrics = new ArrayList<>();
        List<Row> differences = new ArrayList<>();
        for (String tag : tags) {
            String left = one.tags().get(tag);
            String right = other.tags().get(tag);
            if (tag.startsWith(METRIC)) {
                metrics.add(new Row(tag.substring(METRIC.length()), figure(left), figure(right)));
            } else if (left == null || !left.equals(right)) {
                differences.add(new Row(tag, said(left), said(right)));
            }
        }
        return new SideBySide(one, other, metrics, differences, isSame(one.tags(), other.tags()), numbers);
    }

    private static boolean isSame(SortedMap<String, String> one, SortedMap<String, String> other) {
        return ROWS.stream().allMatch(tag -> one.getOrDefault(tag, "").equals(other.getOrDefault(tag, "")));
    }

    private static String said(@Nullable String value) {
        return value == null ? "–" : value;
    }

    private static String figure(@Nullable String value) {
        return value == null ? "–" : Figures.of(Double.parseDouble(value));
    }
}
