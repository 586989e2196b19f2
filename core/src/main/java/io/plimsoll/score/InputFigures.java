package io.plimsoll.score;

import io.plimsoll.artifact.Contract;
import io.plimsoll.data.ColumnFigures;
import io.plimsoll.data.Level;
import io.plimsoll.data.NumberFigures;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one input of a model held in the rows that came by: how often it was missing or unseen, and how it was spread. */
final class InputFigures {
    /** Beyond so many different values, further ones are counted together. */
    private static final int MOST_LEVELS = 20_000;

    private final Contract.Input input;
    private final double[] cuts;
    private final long[] bins;
    private final Set<String> known;
    private final Map<String, long[]> levels = new HashMap<>();
    private long missing;
    private long unseen;
    private long others;

    /** @param trained the column in the training table; null where it is not known */
    InputFigures(Contract.Input input, @Nullable ColumnFigures trained) {
        this.input = input;
        NumberFigures numbers = trained == null ? null : trained.numbers();
        this.cuts = numbers == null
                ? new double[0]
                : numbers.cuts().stream().mapToDouble(Double::doubleValue).toArray();
        this.bins = new long[cuts.length + 1];
        this.known = input.levels() == null ? Set.of() : new HashSet<>(input.levels());
    }

    void add(double[] numbers, int rows) {
        double last = Double.NaN;
        int bin = 0;
        for (int row = 0; row < rows; row++) {
            double value = numbers[row];
            if (Double.isNaN(value)) {
                missing++;
            } else if (Double.isFinite(value)) {
                if (value != last) {
                    last = value;
                    bin = bin(value);
                }
                bins[bin]++;
            }
        }
    }

    private int bin(double value) {
        int place = cuts.length == 0 ? 0 : Arrays.binarySearch(cuts, value + 0.0);
        return place < 0 ? -place - 1 : place;
    }

    /** Neighbours are often the very same text. */
    @SuppressWarnings("ReferenceEquality") // equal texts that are two only cost a look into the counts
    void add(@Nullable String[] texts, int rows) {
        String last = null;
        long[] count = null;
        for (int row = 0; row < rows; row++) {
            String value = texts[row];
            if (value == null || value.isEmpty()) {
                missing++;
                continue;
            }
            if (value != last) {
                last = value;
                count = count(value);
            }
            if (count == null) {
                others++;
                unseen += known.contains(value) ? 0 : 1;
            } else {
                count[0]++;
            }
        }
    }

    /** Null where there are too many levels to count each. */
    private long @Nullable [] count(String level) {
        long[] count = levels.get(level);
        if (count == null && levels.size() < MOST_LEVELS) {
            count = new long[1];
            levels.put(level, count);
        }
        return count;
    }

    Contract.Input input() {
        return input;
    }

    long missing() {
        return missing;
    }

    /** Rows with a category that training did not meet; 0 for numbers. */
    long unseen() {
        return unseen
                + levels.entrySet().stream()
                        .filter(level -> !known.contains(level.getKey()))
                        .mapToLong(level -> level.getValue()[0])
                        .sum();
    }

    /** Rows in the bins of the training table. */
    long[] bins() {
        return bins.clone();
    }

    /** The most frequent first; empty where there were too many to count each. */
    List<Level> levels() {
        if (others > 0) {
            return List.of();
        }
        return levels.entrySet().stream()
                .map(level -> new Level(level.getKey(), level.getValue()[0]))
                .sorted(Comparator.comparingLong(Level::rows).reversed().thenComparing(Level::value))
                .toList();
    }
}
