package io.plimsoll.calibrate;

import io.plimsoll.artifact.OnnxGraph;
import io.plimsoll.artifact.OnnxGraph.Value;
import io.plimsoll.metric.ScoredRows;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How far beside its prediction a quantity lies, on the scale that the model is fitted on: an interval of {@code level} is from the prediction plus
 * {@code below} to the prediction plus {@code above}.
 *
 * <p>The two ends are quantiles of what out-of-fold predictions were off by, a little further out than the level says, as for one group more than there
 * are: it is a new group that the interval is for. Rows weigh as they do in training. If rows of groups that are exchangeable with the training groups
 * come, and the model that is fitted on all rows is off as those without a fold were, the interval holds as often as it says. Neither is sure, so the
 * rows that judge measure it.
 *
 * <p><b>Source</b>: Barber, Candès, Ramdas and Tibshirani, "Predictive inference with the jackknife+", Annals of Statistics 49, 2021, of which this is
 * the K-fold form around one model; Vovk, "Cross-conformal predictors", 2015; groups: Dunn, Wasserman and Ramdas, "Distribution-free prediction sets
 * for two-layer hierarchical models", Journal of the American Statistical Association 118, 2023.
 *
 * @param level share of new rows that the interval should hold, between 0 and 1
 * @param below not above 0
 * @param above not below 0
 * @param neverNegative whether no training target was: then no end of an interval is, either
 */
public record Spread(double level, float below, float above, boolean neverNegative) {
    private static final double ROUNDING = 1e-9;

    /** Fewer groups than this have no quantile so far out. */
    public static int fewestGroups(double level) {
        return (int) Math.ceil((1 + level) / (1 - level) - ROUNDING);
    }

    /**
     * @param outOfFold training rows, target and prediction both on the scale of the training, each scored by a model that was fitted without its group
     * @throws IllegalArgumentException if there are fewer than {@link #fewestGroups}
     */
    public static Spread fit(ScoredRows outOfFold, double level) {
        int groups = outOfFold.groups();
        if (groups < fewestGroups(level)) {
            throw new IllegalArgumentException("too few groups for an interval of this level");
        }
        double tail = (1 - level) / 2 - (1 + level) / 2 / groups;
        double[] off = new double[outOfFold.rows()];
        for (int row = 0; row < off.length; row++) {
            off[row] = outOfFold.target()[row] - outOfFold.prediction()[row];
        }
        int[] order = IntStream.range(0, off.length)
                .boxed()
                .sorted(Comparator.comparingDouble(row -> off[row]))
                .mapToInt(Integer::intValue)
                .toArray();
        double below = quantile(off, order, outOfFold.weight(), tail, -1);
        double above = quantile(off, order, outOfFold.weight(), tail, 1);
        boolean neverNegative = Arrays.stream(outOfFold.target()).allMatch(target -> target >= 0);
        return new Spread(level, (float) Math.min(0, below), (float) Math.max(0, above), neverNegative);
    }

    /** The ends around a prediction, on the scale of the training: the lower one, then the upper one. */
    public List<Double> around(double fitted) {
        return List.of(held(fitted + below), held(fitted + above));
    }

    /** The same in operators. */
    public List<Value> around(OnnxGraph graph, Value fitted) {
        return List.of(end(graph, fitted, below), end(graph, fitted, above));
    }

    /** A scale of logarithms keeps 0 where it is. */
    private double held(double end) {
        return neverNegative ? Math.max(0, end) : end;
    }

    private Value end(OnnxGraph graph, Value fitted, float off) {
        Value end = graph.apply("Add", fitted, graph.row(off));
        return neverNegative ? graph.apply("Max", end, graph.row(0)) : end;
    }

    /** The value beyond which no more than a share of the weight lies: above it for direction 1, below it for −1. */
    private static double quantile(double[] off, int[] order, double[] weights, double share, int direction) {
        double all = 0;
        for (double weight : weights) {
            all += weight;
        }
        double beyond = 0;
        for (int i = 0; i < order.length; i++) {
            int row = order[direction > 0 ? order.length - 1 - i : i];
            beyond += weights[row];
            if (beyond > (share + ROUNDING) * all) {
                return off[row];
            }
        }
        return off[order[direction > 0 ? 0 : order.length - 1]];
    }
}
