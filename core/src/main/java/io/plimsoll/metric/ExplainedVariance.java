package io.plimsoll.metric;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * R²: 1 − Σw(y − ŷ)² ÷ Σw(y − ȳ)².
 *
 * <p>The spread is Σwd² − (Σwd)² ÷ Σw with d = y − centre. With the centre near the mean, the second term is small and nothing cancels.
 *
 * <p><b>Source</b>: Chan, Golub and LeVeque, "Algorithms for computing the sample variance", The American Statistician 37 (1983), shifted data.
 *
 * @param centre of the targets
 */
record ExplainedVariance(double centre) implements SumMetric {
    /** Below this share of Σwd² the spread is what rounding left of targets that are all alike. */
    private static final double ROUNDING = 1e-12;

    static ExplainedVariance around(ScoredRows rows) {
        // in ascending order, so that the centre does not depend on the order of rows
        double sum = IntStream.range(0, rows.rows())
                .mapToDouble(i -> rows.weight()[i] * rows.target()[i])
                .sorted()
                .sum();
        double weight = Arrays.stream(rows.weight()).sorted().sum();
        double least = Arrays.stream(rows.target()).min().orElse(0);
        double most = Arrays.stream(rows.target()).max().orElse(0);
        // within the targets even after rounding, so that targets that are all alike deviate by exactly 0
        return new ExplainedVariance(Math.min(most, Math.max(least, sum / weight)));
    }

    @Override
    public int sums() {
        return 4;
    }

    @Override
    public void terms(double target, double prediction, double[] terms) {
        double deviation = target - centre;
        terms[0] = 1;
        terms[1] = deviation;
        terms[2] = deviation * deviation;
        terms[3] = (target - prediction) * (target - prediction);
    }

    @Override
    public double of(double[] sums) {
        double spread = sums[2] - sums[1] * sums[1] / sums[0];
        return spread > ROUNDING * sums[2] ? 1 - sums[3] / spread : Double.NaN;
    }
}
