package io.plimsoll.local.linear;

import io.plimsoll.train.Examples;

/**
 * Features shifted and scaled to weighted mean 0 and variance 1, in float32 as the model's graph does it; a missing value counts as the mean. A
 * feature that does not vary is 0 throughout.
 *
 * <p><b>Shape</b>: {@code centre} and {@code spread} have one entry a feature; {@code spread} is never 0.
 */
record StandardisedColumns(float[] centre, float[] spread) {
    static StandardisedColumns of(Examples examples, float[] weights) {
        int width = examples.featureNames().size();
        float[] centre = new float[width];
        float[] spread = new float[width];
        for (int column = 0; column < width; column++) {
            double mean = mean(examples, weights, column, 0, 1);
            double variance = mean(examples, weights, column, mean, 2);
            centre[column] = (float) mean;
            spread[column] = variance > 0 && (float) Math.sqrt(variance) > 0 ? (float) Math.sqrt(variance) : 1;
        }
        return new StandardisedColumns(centre, spread);
    }

    /** One cell. */
    float of(float[] features, int row, int column) {
        float cell = features[row * centre.length + column];
        return Float.isNaN(cell) ? 0 : (cell - centre[column]) / spread[column];
    }

    /** The weighted mean of a power of the distance from a centre, over the values that are not missing; 0 where there are none. */
    private static double mean(Examples examples, float[] weights, int column, double from, int power) {
        int width = examples.featureNames().size();
        double sum = 0;
        double all = 0;
        for (int row = 0; row < examples.rows(); row++) {
            float cell = examples.features()[row * width + column];
            if (!Float.isNaN(cell)) {
                double distance = cell - from;
                sum += weights[row] * (power == 1 ? distance : distance * distance);
                all += weights[row];
            }
        }
        return all == 0 ? 0 : sum / all;
    }
}
