package io.plimsoll.artifact;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What each column of the modelling table contributed to the predictions of a batch. For every row, {@code base} and the contributions of all columns add
 * up to what the model itself adds up; the link of {@link #scale} makes the prediction of that sum, and where the model is calibrated, its calibration
 * follows.
 *
 * <p><b>Shape</b>: {@code ofInputs} has an entry for each of {@link Contract#inputs()}, in their order, with one number a row. <b>Units</b>: those of
 * {@code scale}, for all numbers here.
 *
 * @param base what the model adds up before it knows anything of a row: for trees the mean over the rows that they were grown on, for linear models the sum
 *     at the means of all features, for a constant model the constant
 */
public record Contributions(AdditiveScale scale, double base, List<double[]> ofInputs) {
    public Contributions {
        ofInputs = List.copyOf(ofInputs);
        if (ofInputs.isEmpty()) {
            throw new IllegalArgumentException("a model without inputs");
        }
    }

    public int rows() {
        return ofInputs.get(0).length;
    }

    /** Base and contributions, added up. <b>Shape</b>: one a row. */
    public double[] sums() {
        return IntStream.range(0, rows())
                .mapToDouble(row -> base
                        + ofInputs.stream().mapToDouble(column -> column[row]).sum())
                .toArray();
    }

    /** The predictions that follow from the sums, before any calibration. <b>Shape</b>: one a row. <b>Units</b>: of the contract's output. */
    public double[] uncalibrated() {
        double[] predictions = sums();
        for (int row = 0; row < predictions.length; row++) {
            predictions[row] = scale.link().of(predictions[row]);
        }
        return predictions;
    }

    /**
     * Indices of the inputs that contributed most to a row, for or against, the strongest first; of equal ones the first. Those that contributed nothing are
     * left out.
     *
     * @param most no more than so many
     */
    public List<Integer> strongest(int row, int most) {
        return IntStream.range(0, ofInputs.size())
                .boxed()
                .filter(input -> ofInputs.get(input)[row] != 0)
                .sorted(Comparator.comparingDouble(input -> -Math.abs(ofInputs.get(input)[row])))
                .limit(most)
                .toList();
    }
}
