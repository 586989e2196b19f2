package io.plimsoll.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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

    /** Of those of the columns that hold a finite number. */
    static Map<String, NumberFigures> of(Dataset dataset, List<String> columns) {
        Map<String, Double> means = NumberProfile.means(dataset, columns);
        Map<String, NumberFigures> figures = new HashMap<>();
        means.forEach((column, mean) -> figures.put(column, of(CountedNumbers.of(dataset, column), mean)));
        return figures;
    }

    private static NumberFigures of(CountedNumbers numbers, double mean) {
        List<Double> quantiles = new ArrayList<>();
        for (int share = 0; share <= TWENTIETHS; share++) {
            quantiles.add(quantile(numbers, share));
        }
        double[] cuts = new double[BINS / 2 - 1];
        Arrays.setAll(cuts, i -> quantiles.get(2 * (i + 1)));
        double[] once = Arrays.stream(cuts)
                .distinct()
                .filter(cut -> cut < numbers.most())
                .toArray();
        return new NumberFigures(
                mean, quantiles, histogram(numbers), Arrays.stream(once).boxed().toList(), boxed(numbers.inBins(once)));
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
        return CountedNumbers.of(dataset, column).inBins(ends);
    }

    private static double quantile(CountedNumbers numbers, int twentieths) {
        long rank = (numbers.rows() * twentieths + TWENTIETHS - 1) / TWENTIETHS;
        return numbers.ranked(Math.max(1, rank));
    }

    private static List<Long> histogram(CountedNumbers numbers) {
        double least = numbers.least();
        double width = (numbers.most() - least) / BINS;
        if (width == 0 || !Double.isFinite(width)) {
            return List.of();
        }
        long[] counts = new long[BINS];
        for (int i = 0; i < numbers.values().length; i++) {
            double value = numbers.values()[i];
            counts[(int) Math.min(BINS - 1, Math.floor((value - least) / width))] += numbers.count(i);
        }
        return boxed(counts);
    }

    private static List<Long> boxed(long[] counts) {
        return Arrays.stream(counts).boxed().toList();
    }
}
