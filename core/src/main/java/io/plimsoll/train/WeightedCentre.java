package io.plimsoll.train;

import java.util.Comparator;
import java.util.stream.IntStream;

/** The middle of weighted values, computed in their order, so that no thread count has a say in it. */
public final class WeightedCentre {
    /** Thirds of a group's weight add up to the whole only so far. */
    private static final double ROUNDING = 1e-9;

    private WeightedCentre() {}

    /** The mean; NaN where nothing weighs anything. */
    public static double mean(double[] values, double[] weights) {
        double sum = 0;
        double weight = 0;
        for (int i = 0; i < values.length; i++) {
            sum += weights[i] * values[i];
            weight += weights[i];
        }
        return sum / weight;
    }

    /** The lower median: the smallest value with half of the weight at or below it. */
    public static double median(double[] values, double[] weights) {
        int[] order = IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> values[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        double half = total / 2 * (1 - ROUNDING);
        double seen = 0;
        for (int i : order) {
            seen += weights[i];
            if (seen >= half) {
                return values[i];
            }
        }
        return values[order[order.length - 1]];
    }
}
