package io.plimsoll.train;

import java.util.List;

/**
 * Encoded training rows in the canonical order of their key.
 *
 * <p><b>Shape</b>: {@code features} is row-major, rows × {@code featureNames.size()}, NaN where missing; {@code labels}, {@code weights} and
 * {@code groups} have one entry a row. <b>Units</b>: labels on the scale that the model is fitted on (after {@code target_scale}); weights have
 * mean 1.
 *
 * @param groups rows with the same value look alike: a part of the rows that a trainer keeps back for itself must be of other groups
 */
public record Examples(
        int rows, List<String> featureNames, float[] features, float[] labels, float[] weights, String[] groups) {
    public Examples {
        featureNames = List.copyOf(featureNames);
    }

    /**
     * The label that is the best one for all rows alike: the weighted mean, or, where absolute errors count, the weighted lower median.
     *
     * @param counted one weight a row
     */
    public double bestConstant(Objective objective, float[] counted) {
        double[] values = doubles(labels);
        return objective == Objective.ABSOLUTE_ERROR
                ? WeightedCentre.median(values, doubles(counted))
                : WeightedCentre.mean(values, doubles(counted));
    }

    private static double[] doubles(float[] numbers) {
        double[] doubles = new double[numbers.length];
        for (int i = 0; i < doubles.length; i++) {
            doubles[i] = numbers[i];
        }
        return doubles;
    }

    /** The rows for which {@code kept} is true, in their order. */
    public Examples where(boolean[] kept) {
        int width = featureNames.size();
        int count = 0;
        for (boolean one : kept) {
            count += one ? 1 : 0;
        }
        Examples some = new Examples(
                count,
                featureNames,
                new float[Math.multiplyExact(count, width)],
                new float[count],
                new float[count],
                new String[count]);
        int to = 0;
        for (int row = 0; row < rows; row++) {
            if (kept[row]) {
                System.arraycopy(features, row * width, some.features, to * width, width);
                some.labels[to] = labels[row];
                some.weights[to] = weights[row];
                some.groups[to++] = groups[row];
            }
        }
        return some;
    }
}
