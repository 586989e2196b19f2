package io.plimsoll.metric;

import java.util.Arrays;

/**
 * Expected calibration error over ten bins of equal width: the mean over rows of |share of positives − mean probability| of the row's bin, which
 * is Σ over bins |Σw(y − p)| ÷ Σw.
 *
 * <p><b>Source</b>: Guo, Pleiss, Sun and Weinberger, "On calibration of modern neural networks", ICML 2017, equation 3.
 */
final class CalibrationError implements SumMetric {
    private static final int BINS = 10;

    @Override
    public int sums() {
        return BINS + 1;
    }

    @Override
    public void terms(double target, double prediction, double[] terms) {
        Arrays.fill(terms, 0);
        // the last bin is closed on both sides
        terms[Math.min(BINS - 1, (int) (prediction * BINS))] = target - prediction;
        terms[BINS] = 1;
    }

    @Override
    public double of(double[] sums) {
        double gap = 0;
        for (int bin = 0; bin < BINS; bin++) {
            gap += Math.abs(sums[bin]);
        }
        return gap / sums[BINS];
    }
}
