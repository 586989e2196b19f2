package io.plimsoll.metric;

/**
 * A metric that is a function of sums over rows, so that it can be had of any selection of rows whose sums are known.
 *
 * <p>The one definition of such a metric: its value on all rows and its values on resampled groups both come from here.
 */
public interface SumMetric {
    /** How many sums the metric is made of. */
    int sums();

    /** Writes what a row of weight 1 adds to each sum. */
    void terms(double target, double prediction, double[] terms);

    /** The metric of rows with these sums; not finite where it has no value. */
    double of(double[] sums);
}
