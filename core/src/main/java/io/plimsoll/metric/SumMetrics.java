package io.plimsoll.metric;

import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/**
 * The metrics that are functions of sums.
 *
 * <p><b>Source</b>: scikit-learn's {@code sklearn.metrics} for every metric that it has; {@link Metric} for the others.
 *
 * @param baseline the yardstick of {@code mae_skill}
 * @param threshold probability from which a row counts as class 1
 */
record SumMetrics(Baseline baseline, double threshold) {
    /** scikit-learn clips probabilities to the spacing of doubles at 1. */
    private static final double EPSILON = Math.ulp(1.0);

    /** @param rows whose targets {@code r2} is centred by */
    SumMetric of(Metric metric, ScoredRows rows) {
        return metric instanceof OwnMetric own ? own.sums() : of((StandardMetric) metric, rows);
    }

    private SumMetric of(StandardMetric metric, ScoredRows rows) {
        return switch (metric) {
            case LOG_LOSS -> mean(SumMetrics::surprise);
            case BRIER -> mean(SumMetrics::squaredError);
            case ACCURACY -> mean((y, p) -> predictedClass(p) == y ? 1 : 0);
            case F1 -> f1();
            case ECE -> new CalibrationError();
            case MAPE ->
                new Ratio((y, p) -> y == 0 ? 0 : absoluteError(y, p) / Math.abs(y), (y, p) -> y == 0 ? 0 : 1, r -> r);
            case WAPE -> new Ratio(SumMetrics::absoluteError, (y, p) -> Math.abs(y), r -> r);
            case SMAPE -> mean(SumMetrics::symmetricError);
            case MAE -> mean(SumMetrics::absoluteError);
            case RMSE -> new Ratio(SumMetrics::squaredError, (y, p) -> 1, Math::sqrt);
            case R2 -> ExplainedVariance.around(rows);
            case POISSON_DEVIANCE -> mean(SumMetrics::poissonDeviance);
            case MAE_SKILL ->
                new Ratio(SumMetrics::absoluteError, (y, p) -> Math.abs(y - baseline.median()), r -> 1 - r);
            case AUC, AVERAGE_PRECISION -> throw new IllegalArgumentException(metric.label() + " ranks rows");
        };
    }

    /** One sum over another, and what becomes of the ratio. */
    private record Ratio(DoubleBinaryOperator above, DoubleBinaryOperator below, DoubleUnaryOperator finish)
            implements SumMetric {
        @Override
        public int sums() {
            return 2;
        }

        @Override
        public void terms(double target, double prediction, double[] terms) {
            terms[0] = above.applyAsDouble(target, prediction);
            terms[1] = below.applyAsDouble(target, prediction);
        }

        @Override
        public double of(double[] sums) {
            return finish.applyAsDouble(sums[0] / sums[1]);
        }
    }

    private static SumMetric mean(DoubleBinaryOperator loss) {
        return new Ratio(loss, (y, p) -> 1, mean -> mean);
    }

    /** Twice the hits over all that are positive or called so; 0 where there are none. */
    private SumMetric f1() {
        return new Ratio(
                (y, p) -> 2 * y * predictedClass(p),
                (y, p) -> y + predictedClass(p),
                ratio -> Double.isNaN(ratio) ? 0 : ratio);
    }

    private double predictedClass(double p) {
        return p >= threshold ? 1 : 0;
    }

    private static double surprise(double y, double p) {
        double clipped = Math.min(1 - EPSILON, Math.max(EPSILON, p));
        return -StrictMath.log(y == 1 ? clipped : 1 - clipped);
    }

    private static double symmetricError(double y, double p) {
        return y == 0 && p == 0 ? 0 : 2 * absoluteError(y, p) / (Math.abs(y) + Math.abs(p));
    }

    private static double poissonDeviance(double y, double p) {
        double logRatio = y == 0 ? 0 : y * StrictMath.log(y / p);
        return 2 * (logRatio - y + p);
    }

    private static double absoluteError(double y, double p) {
        return Math.abs(y - p);
    }

    private static double squaredError(double y, double p) {
        return (y - p) * (y - p);
    }
}
