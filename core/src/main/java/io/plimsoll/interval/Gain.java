package io.plimsoll.interval;

import io.plimsoll.metric.Metric;

/**
 * By how much one model is better than another, positive being better.
 *
 * @param relative whether as a fraction of the other's loss
 */
record Gain(Metric metric, boolean relative) {
    double of(double own, double other) {
        double gain = metric.gain(own, other);
        return relative ? gain / other : gain;
    }

    double[] each(double[] own, double[] other) {
        double[] gains = new double[own.length];
        for (int i = 0; i < gains.length; i++) {
            gains[i] = of(own[i], other[i]);
        }
        return gains;
    }

    Scale scale() {
        return relative ? Scale.RATIO : Scale.OWN;
    }
}
