package io.plimsoll.metric;

import static io.plimsoll.metric.Task.CLASSIFICATION;
import static io.plimsoll.metric.Task.REGRESSION;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The metrics that Plimsoll brings.
 *
 * <p><b>Source</b>: the definitions are those of scikit-learn's function of the same name where it has one; {@code wape} is
 * Σ|y − ŷ| ÷ Σ|y|, {@code mae_skill} is 1 − MAE ÷ MAE of the training rows' median, and {@code ece} is the expected calibration error over
 * ten bins of equal width (Guo, Pleiss, Sun and Weinberger, "On calibration of modern neural networks", ICML 2017).
 */
public enum StandardMetric implements Metric {
    AUC(CLASSIFICATION, Direction.HIGHER_IS_BETTER, 0, 1),
    AVERAGE_PRECISION(CLASSIFICATION, Direction.HIGHER_IS_BETTER, 0, 1),
    LOG_LOSS(CLASSIFICATION, Direction.LOWER_IS_BETTER, 0, Double.POSITIVE_INFINITY),
    BRIER(CLASSIFICATION, Direction.LOWER_IS_BETTER, 0, 1),
    ACCURACY(CLASSIFICATION, Direction.HIGHER_IS_BETTER, 0, 1),
    F1(CLASSIFICATION, Direction.HIGHER_IS_BETTER, 0, 1),
    ECE(CLASSIFICATION, Direction.LOWER_IS_BETTER, 0, 1),
    MAPE(REGRESSION, Direction.LOWER_IS_BETTER, 0, Double.POSITIVE_INFINITY),
    WAPE(REGRESSION, Direction.LOWER_IS_BETTER, 0, Double.POSITIVE_INFINITY),
    SMAPE(REGRESSION, Direction.LOWER_IS_BETTER, 0, 2),
    MAE(REGRESSION, Direction.LOWER_IS_BETTER, 0, Double.POSITIVE_INFINITY),
    RMSE(REGRESSION, Direction.LOWER_IS_BETTER, 0, Double.POSITIVE_INFINITY),
    R2(REGRESSION, Direction.HIGHER_IS_BETTER, Double.NEGATIVE_INFINITY, 1),
    POISSON_DEVIANCE(REGRESSION, Direction.LOWER_IS_BETTER, 0, Double.POSITIVE_INFINITY),
    MAE_SKILL(REGRESSION, Direction.HIGHER_IS_BETTER, Double.NEGATIVE_INFINITY, 1);

    private enum Direction {
        HIGHER_IS_BETTER,
        LOWER_IS_BETTER
    }

    private final Task task;
    private final Direction direction;
    private final double least;
    private final double most;

    StandardMetric(Task task, Direction direction, double least, double most) {
        this.task = task;
        this.direction = direction;
        this.least = least;
        this.most = most;
    }

    @Override
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Task task() {
        return task;
    }

    @Override
    public boolean isLoss() {
        return direction == Direction.LOWER_IS_BETTER;
    }

    @Override
    public boolean canBe(double value) {
        return value >= least && value <= most;
    }

    @Override
    public double nearestPossible(double value) {
        return Math.max(least, Math.min(most, value));
    }

    public static List<Metric> of(Task task) {
        return Arrays.stream(values())
                .filter(metric -> metric.task == task)
                .<Metric>map(metric -> metric)
                .toList();
    }
}
