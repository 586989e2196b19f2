package io.plimsoll.interval;

import io.plimsoll.metric.Metering;
import io.plimsoll.metric.Metric;
import io.plimsoll.metric.ScoredRows;
import io.plimsoll.metric.StandardMetric;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * DeLong's interval of an area under the ROC curve, and of the difference of two on the same rows. It takes rows as independent and of one weight, and
 * there is none where they are not.
 *
 * <p><b>Source</b>: DeLong, DeLong and Clarke-Pearson, "Comparing the areas under two or more correlated receiver operating characteristic curves: a
 * nonparametric approach", Biometrics 44 (1988); placements from ranks: Sun and Xu, "Fast implementation of DeLong's algorithm for comparing the areas
 * under correlated receiver operating characteristic curves", IEEE Signal Processing Letters 21 (2014).
 */
final class DeLong {
    private static final double QUANTILE = -NormalDistribution.of(0, 1).inverseCumulativeProbability(0.025);
    private static final int FEWEST_OF_A_CLASS = 2;

    private DeLong() {}

    static Optional<Interval> of(Metering rows, Metric metric) {
        if (!applies(rows.rows(), metric)) {
            return Optional.empty();
        }
        return interval(placements(rows.rows(), 1), placements(rows.rows(), 0));
    }

    static Optional<Interval> ofGain(Metering own, Metering other, Metric metric) {
        if (!applies(own.rows(), metric)) {
            return Optional.empty();
        }
        return interval(
                minus(placements(own.rows(), 1), placements(other.rows(), 1)),
                minus(placements(own.rows(), 0), placements(other.rows(), 0)));
    }

    private static boolean applies(ScoredRows rows, Metric metric) {
        if (metric != StandardMetric.AUC) {
            return false;
        }
        boolean single = new HashSet<>(Arrays.asList(rows.group())).size() == rows.rows();
        long positives = Arrays.stream(rows.target()).filter(y -> y == 1).count();
        return single
                && Arrays.stream(rows.weight()).allMatch(weight -> weight == rows.weight()[0])
                && Math.min(positives, rows.rows() - positives) >= FEWEST_OF_A_CLASS;
    }

    /** For each row of a class, the share of rows of the other class that it is on the right side of; a tie is a half. */
    private static double[] placements(ScoredRows rows, double label) {
        double[] others = predictions(rows, 1 - label);
        Arrays.sort(others);
        double[] placements = predictions(rows, label);
        for (int i = 0; i < placements.length; i++) {
            double below = (countBelow(others, placements[i]) + countBelow(others, Math.nextUp(placements[i]))) / 2.0;
            placements[i] = (label == 1 ? below : others.length - below) / others.length;
        }
        return placements;
    }

    private static int countBelow(double[] sorted, double value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static double[] predictions(ScoredRows rows, double label) {
        double[] predictions = new double[rows.rows()];
        int count = 0;
        for (int i = 0; i < predictions.length; i++) {
            if (rows.target()[i] == label) {
                // adding 0 makes zeros of either sign one prediction
                predictions[count++] = rows.prediction()[i] + 0.0;
            }
        }
        return Arrays.copyOf(predictions, count);
    }

    private static double[] minus(double[] own, double[] other) {
        double[] differences = new double[own.length];
        Arrays.setAll(differences, i -> own[i] - other[i]);
        return differences;
    }

    private static Optional<Interval> interval(double[] positives, double[] negatives) {
        double value = mean(positives);
        double half = QUANTILE * Math.sqrt(varianceOfMean(positives) + varianceOfMean(negatives));
        return Optional.of(new Interval(value - half, value + half, Interval.Method.DELONG));
    }

    private static double varianceOfMean(double[] values) {
        double mean = mean(values);
        double[] squares =
                Arrays.stream(values).map(v -> (v - mean) * (v - mean)).toArray();
        return sum(squares) / (values.length - 1.0) / values.length;
    }

    private static double mean(double[] values) {
        return sum(values) / values.length;
    }

    /** From the smallest on, so that the order of rows has no say; of magnitudes, so that the sign has none. */
    private static double sum(double[] values) {
        double[] rising = Arrays.stream(values).filter(v -> v >= 0).sorted().toArray();
        double[] falling =
                Arrays.stream(values).filter(v -> v < 0).map(v -> -v).sorted().toArray();
        return Arrays.stream(rising).sum() - Arrays.stream(falling).sum();
    }
}
