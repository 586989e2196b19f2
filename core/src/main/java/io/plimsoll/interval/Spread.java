package io.plimsoll.interval;

import java.util.Arrays;

/**
 * How far a figure would vary, as the jackknife has it: its variance, and how well that is known.
 *
 * @param degrees of freedom of the variance
 */
record Spread(double variance, double degrees) {
    /**
     * From the values without each group in turn.
     *
     * @param groups that can vary; one more than the degrees of freedom
     */
    static Spread ofJackknife(double[] without, int groups) {
        double n = without.length;
        double mean = mean(without);
        double squares =
                Arrays.stream(without).map(v -> (v - mean) * (v - mean)).sum();
        return new Spread((n - 1) / n * squares, groups - 1);
    }

    /**
     * Of the difference of two figures that vary independently.
     *
     * <p><b>Source</b>: Welch, "The generalization of 'Student's' problem when several different population variances are involved", Biometrika 34
     * (1947).
     */
    Spread plus(Spread other) {
        double sum = variance + other.variance;
        if (sum == 0) {
            return new Spread(0, Math.min(degrees, other.degrees));
        }
        double own = variance / sum;
        double theirs = other.variance / sum;
        return new Spread(sum, 1 / (own * own / degrees + theirs * theirs / other.degrees));
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).sum() / values.length;
    }
}
