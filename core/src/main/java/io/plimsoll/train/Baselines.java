package io.plimsoll.train;

import io.plimsoll.metric.Baseline;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The naive models, fitted on training rows. */
final class Baselines {
    /** Thirds of a group's weight add up to the whole only so far. */
    private static final double ROUNDING = 1e-9;

    private Baselines() {}

    static Baseline of(EncodedRows training) {
        return new Baseline(mean(training), median(training));
    }

    private static double mean(EncodedRows rows) {
        double sum = 0;
        double weight = 0;
        for (int i = 0; i < rows.rows(); i++) {
            sum += rows.weight()[i] * rows.target()[i];
            weight += rows.weight()[i];
        }
        return sum / weight;
    }

    private static double median(EncodedRows rows) {
        List<Integer> order = IntStream.range(0, rows.rows())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> rows.target()[i]))
                .toList();
        double total = IntStream.range(0, rows.rows())
                .mapToDouble(i -> rows.weight()[i])
                .sum();
        double half = total / 2 * (1 - ROUNDING);
        double seen = 0;
        for (int i : order) {
            seen += rows.weight()[i];
            if (seen >= half) {
                return rows.target()[i];
            }
        }
        return rows.target()[order.get(order.size() - 1)];
    }
}
