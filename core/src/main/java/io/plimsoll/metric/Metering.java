package io.plimsoll.metric;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Computes metrics over weighted rows, summing in row order. A total function: whatever the rows hold, the reading has a value or a code.
 *
 * <p><b>Source</b>: scikit-learn's {@code sklearn.metrics} for every metric that it has, {@code sample_weight} being the rows' weight.
 *
 * @param threshold probability from which a row counts as class 1; only {@code accuracy} and {@code f1} use it
 */
public record Metering(ScoredRows rows, Baseline baseline, double threshold) {
    /** The same yardsticks on other rows. */
    public Metering on(ScoredRows others) {
        return new Metering(others, baseline, threshold);
    }

    public Reading read(Metric metric) {
        ReadingCode fault = faultFor(metric);
        if (fault != ReadingCode.MEASURED) {
            return Reading.undefined(metric, fault, rows.rows(), 0);
        }
        long leftOut = metric == StandardMetric.MAPE ? zeroTargets() : 0;
        if (leftOut == rows.rows()) {
            return Reading.undefined(metric, ReadingCode.ZERO_TARGETS, 0, leftOut);
        }
        return Reading.of(metric, value(metric), rows.rows() - leftOut, leftOut);
    }

    /**
     * The same metric on draws of groups; only for one that has a value on these rows.
     *
     * @param groups of these rows
     */
    public DrawnMetric drawn(Metric metric, Groups groups) {
        if (metric == StandardMetric.AUC) {
            return new RocArea(new Ranking(rows, groups));
        }
        return metric == StandardMetric.AVERAGE_PRECISION
                ? new AveragePrecision(new Ranking(rows, groups))
                : new GroupSums(sums().of(metric, rows), rows, groups);
    }

    private double value(Metric metric) {
        if (ranks(metric)) {
            return drawn(metric, Groups.one(rows.rows())).on(Draws.once(1))[0];
        }
        SumMetric definition = sums().of(metric, rows);
        double[] terms = new double[definition.sums()];
        double[] sums = new double[definition.sums()];
        for (int i = 0; i < rows.rows(); i++) {
            definition.terms(y(i), p(i), terms);
            for (int s = 0; s < sums.length; s++) {
                sums[s] += rows.weight()[i] * terms[s];
            }
        }
        return definition.of(sums);
    }

    private SumMetrics sums() {
        return new SumMetrics(baseline, threshold);
    }

    private long zeroTargets() {
        return Arrays.stream(rows.target()).filter(y -> y == 0).count();
    }

    private static boolean ranks(Metric metric) {
        return metric == StandardMetric.AUC || metric == StandardMetric.AVERAGE_PRECISION;
    }

    private ReadingCode faultFor(Metric metric) {
        if (rows.rows() == 0) {
            return ReadingCode.NO_ROWS;
        }
        boolean possible = metric.task() == Task.CLASSIFICATION ? all(this::isClass) : all(this::isQuantity);
        if (!possible) {
            return ReadingCode.METRIC_UNDEFINED;
        }
        if (ranks(metric) && (all(i -> y(i) == 1) || all(i -> y(i) == 0))) {
            return ReadingCode.ONE_CLASS;
        }
        boolean counts = metric == StandardMetric.POISSON_DEVIANCE;
        return counts && !all(i -> y(i) >= 0 && p(i) > 0) ? ReadingCode.METRIC_UNDEFINED : ReadingCode.MEASURED;
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

    private boolean all(IntPredicate condition) {
        for (int i = 0; i < rows.rows(); i++) {
            if (!condition.test(i)) {
                return false;
            }
        }
        return true;
    }
}
