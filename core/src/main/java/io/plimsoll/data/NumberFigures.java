package io.plimsoll.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How the finite numbers of a column are spread. Everything follows from the values alone: the same on every engine and in every order.
 *
 * @param quantiles values that occur: the smallest below or at which 0%, 5%, 10%, …, 100% of the rows lie; 21 of them
 * @param histogram rows in twenty bins of one width, from the least value to the greatest, which is in the last; empty where all are the same
 * @param cuts upper ends, inclusive, of bins that hold about a tenth of the rows each; each once, without the last bin's, which has none
 * @param cutRows rows of each of these bins, one more than there are cuts
 */
public record NumberFigures(
        double mean, List<Double> quantiles, List<Long> histogram, List<Double> cuts, List<Long> cutRows) {
    private static final int TWENTIETHS = 20;
    private static final int BINS = 20;

    public NumberFigures {
        quantiles = List.copyOf(quantiles);
        histogram = List.copyOf(histogram);
        cuts = List.copyOf(cuts);
        cutRows = List.copyOf(cutRows);
    }

    /** Empty if the column holds no finite number. */
    static Optional<NumberFigures> of(Dataset dataset, String column) {
        double[] values = NumberProfile.finite(dataset, column);
        if (values.length == 0) {
            return Optional.empty();
        }
        double mean = NumberProfile.mean(values);
        Arrays.sort(values);
        List<Double> quantiles = new ArrayList<>();
        for (int share = 0; share <= TWENTIETHS; share++) {
            // adding 0 makes zeros of either sign one value
            quantiles.add(quantile(values, share) + 0.0);
        }
        double[] cuts = new double[BINS / 2 - 1];
        Arrays.setAll(cuts, i -> quantiles.get(2 * (i + 1)));
        double[] once = Arrays.stream(cuts)
                .distinct()
                .filter(cut -> cut < values[values.length - 1])
                .toArray();
        return Optional.of(new NumberFigures(
                mean, quantiles, histogram(values), Arrays.stream(once).boxed().toList(), boxed(counts(values, once))));
    }

    public double least() {
        return quantiles.get(0);
    }

    public double median() {
        return quantiles.get(TWENTIETHS / 2);
    }

    public double most() {
        return quantiles.get(TWENTIETHS);
    }

    /** Rows of other values in the bins of these {@link #cuts}; those that are not finite are left out. */
    public long[] inBins(Dataset dataset, String column) {
        double[] ends = cuts.stream().mapToDouble(Double::doubleValue).toArray();
        return counts(NumberProfile.finite(dataset, column), ends);
    }

    private static long[] counts(double[] values, double[] ends) {
        long[] counts = new long[ends.length + 1];
        for (double value : values) {
            int place = Arrays.binarySearch(ends, value + 0.0);
            counts[place < 0 ? -place - 1 : place]++;
        }
        return counts;
    }

    private static double quantile(double[] sorted, int twentieths) {
        long rank = ((long) sorted.length * twentieths + TWENTIETHS - 1) / TWENTIETHS;
        return sorted[(int) Math.max(0, rank - 1)];
    }

    private static List<Long> histogram(double[] sorted) {
        double least = sorted[0];
        double width = (sorted[sorted.length - 1] - least) / BINS;
        if (width == 0 || !Double.isFinite(width)) {
            return List.of();
        }
        long[] counts = new long[BINS];
        for (double value : sorted) {
            counts[(int) Math.min(BINS - 1, Math.floor((value - least) / width))]++;
        }
        return boxed(counts);
    }

    private static List<Long> boxed(long[] counts) {
        return Arrays.stream(counts).boxed().toList();
    }
}
