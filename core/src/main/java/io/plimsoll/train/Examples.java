package io.plimsoll.train;

import java.util.List;

/**
 * Encoded training rows in the canonical order of their key.
 *
 * <p><b>Shape</b>: {@code features} is row-major, rows × {@code featureNames.size()}, NaN where missing; {@code labels} and
 * {@code weights} have one entry a row. <b>Units</b>: labels on the scale that the model is fitted on (after {@code target_scale});
 * weights have mean 1.
 */
public record Examples(int rows, List<String> featureNames, float[] features, float[] labels, float[] weights) {
    public Examples {
        featureNames = List.copyOf(featureNames);
    }
}
