package io.plimsoll.metric;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;

/**
 * Computes metrics over weighted rows, summing in row order. A total function: whatever the rows hold, the reading has a value or a code.
 *
 * <p><b>Source</b>: scikit-learn's {@code sklearn.metrics} for every metric that it has, {@code sample_weight} being the rows' weight.
 *
 * @param threshold probability from which a row counts as class 1; only {@code accuracy} and {@code f1} use it
 */
public record Metering(ScoredRows rows, Baseline baseline, double threshold) {
    /** scikit-learn clips probabilities to the spacing of doubles at 1. */
    private static final double EPSILON = Math.ulp(1.0);

    /** The same yardsticks on other rows. */
    public Metering on(ScoredRows others) {
        return new Metering(others, baseline, threshold);
    }

    public Reading read(Metric metric) {
        ReadingCode fault = faultFor(metric);
        if (fault != ReadingCode.MEASURED) {
            return Reading.undefined(metric, fault, rows.rows(), 0);
        }
        if (metric == Metric.MAPE) {
            return mape();
        }
        return Reading.of(metric, value(metric), rows.rows(), 0);
    }

    private double value(Metric metric) {
        return switch (metric) {
            case AUC -> new RankMetrics(rows).auc();
            case AVERAGE_PRECISION -> new RankMetrics(rows).averagePrecision();
            case LOG_LOSS -> mean(this::surprise);
            case BRIER -> mean(this::squaredError);
            case ACCURACY -> mean(i -> predictedClass(i) == y(i) ? 1 : 0);
            case F1 -> f1();
            case WAPE -> sum(this::absoluteError) / sum(i -> Math.abs(y(i)));
            case SMAPE ->
                mean(i -> y(i) == 0 && p(i) == 0 ? 0 : 2 * absoluteError(i) / (Math.abs(y(i)) + Math.abs(p(i))));
            case MAE -> mean(this::absoluteError);
            case RMSE -> Math.sqrt(mean(this::squaredError));
            case R2 -> r2();
            case POISSON_DEVIANCE -> mean(this::poissonDeviance);
            case MAE_SKILL -> 1 - mean(this::absoluteError) / mean(i -> Math.abs(y(i) - baseline.median()));
            case MAPE -> throw new IllegalStateException("mape counts the rows that it leaves out");
        };
    }

    /** Over the rows with a target other than 0. */
    private Reading mape() {
        long used = Arrays.stream(rows.target()).filter(y -> y != 0).count();
        long leftOut = rows.rows() - used;
        if (used == 0) {
            return Reading.undefined(Metric.MAPE, ReadingCode.ZERO_TARGETS, 0, leftOut);
        }
        double error = sum(i -> y(i) == 0 ? 0 : absoluteError(i) / Math.abs(y(i)));
        double weight = sum(i -> y(i) == 0 ? 0 : 1);
        return Reading.of(Metric.MAPE, error / weight, used, leftOut);
    }

    private ReadingCode faultFor(Metric metric) {
        if (rows.rows() == 0) {
            return ReadingCode.NO_ROWS;
        }
        boolean possible = metric.task() == Task.CLASSIFICATION ? all(this::isClass) : all(this::isQuantity);
        if (!possible) {
            return ReadingCode.METRIC_UNDEFINED;
        }
        boolean ranks = metric == Metric.AUC || metric == Metric.AVERAGE_PRECISION;
        if (ranks && (all(i -> y(i) == 1) || all(i -> y(i) == 0))) {
            return ReadingCode.ONE_CLASS;
        }
        boolean counts = metric == Metric.POISSON_DEVIANCE;
        return counts && !all(i -> y(i) >= 0 && p(i) > 0) ? ReadingCode.METRIC_UNDEFINED : ReadingCode.MEASURED;
    }

    private double f1() {
        double hits = sum(i -> predictedClass(i) == 1 && y(i) == 1 ? 1 : 0);
        double predicted = sum(i -> predictedClass(i));
        double actual = sum(i -> y(i));
        return predicted + actual == 0 ? 0 : 2 * hits / (predicted + actual);
    }

    private double r2() {
        if (all(i -> y(i) == y(0))) {
            // the spread would be 0, or whatever rounding leaves of it
            return Double.NaN;
        }
        double mean = mean(this::y);
        return 1 - sum(this::squaredError) / sum(i -> (y(i) - mean) * (y(i) - mean));
    }

    private double surprise(int i) {
        double p = Math.min(1 - EPSILON, Math.max(EPSILON, p(i)));
        return -StrictMath.log(y(i) == 1 ? p : 1 - p);
    }

    private double poissonDeviance(int i) {
        double logRatio = y(i) == 0 ? 0 : y(i) * StrictMath.log(y(i) / p(i));
        return 2 * (logRatio - y(i) + p(i));
    }

    private double predictedClass(int i) {
        return p(i) >= threshold ? 1 : 0;
    }

    private double absoluteError(int i) {
        return Math.abs(y(i) - p(i));
    }

    private double squaredError(int i) {
        return (y(i) - p(i)) * (y(i) - p(i));
    }

    private boolean isClass(int i) {
        return (y(i) == 0 || y(i) == 1) && p(i) >= 0 && p(i) <= 1;
    }

    private boolean isQuantity(int i) {
        return Double.isFinite(y(i)) && Double.isFinite(p(i));
    }

    private double y(int i) {
        return rows.target()[i];
    }

    private double p(int i) {
        return rows.prediction()[i];
    }

    private double mean(IntToDoubleFunction value) {
        return sum(value) / sum(i -> 1);
    }

    private double sum(IntToDoubleFunction value) {
        double sum = 0;
        for (int i = 0; i < rows.rows(); i++) {
            sum += rows.weight()[i] * value.applyAsDouble(i);
        }
        return sum;
    }

    private boolean all(IntPredicate condition) {
        for (int i = 0; i < rows.rows(); i++) {
            if (!condition.test(i)) {
                return false;
            }
        }
        return true;
    }
}
