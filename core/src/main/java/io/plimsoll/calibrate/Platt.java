package io.plimsoll.calibrate;

import io.plimsoll.artifact.OnnxGraph;
import io.plimsoll.artifact.OnnxGraph.Value;
import io.plimsoll.metric.ScoredRows;

/**
 * A line through log-odds: {@code 1 / (1 + exp(−(slope × ln(p / (1 − p)) + shift)))}, fitted by Newton's method to what happened, with Platt's targets,
 * which are a little away from 0 and 1.
 *
 * <p><b>Source</b>: Platt, "Probabilistic outputs for support vector machines", 1999; Lin, Lin and Weng, "A note on Platt's probabilistic outputs",
 * Machine Learning 68, 2007.
 *
 * @param slope never negative
 */
record Platt(float slope, float shift) implements Calibration {
    /** Predictions nearer to 0 and 1 than this are taken as this far, where float32 still tells them apart. */
    private static final float EDGE = 1e-6f;

    /** The log-odds of that edge: a steep line goes no further, since there float32 would make a certainty of it. */
    private static final float FURTHEST = 13.8f;

    private static final int MOST_ROUNDS = 100;
    private static final double STILL = 1e-10;

    /** Keeps the two equations solvable where all predictions are one. */
    private static final double RIDGE = 1e-8;

    static Platt fit(ScoredRows outOfFold) {
        double[] odds = new double[outOfFold.rows()];
        for (int row = 0; row < odds.length; row++) {
            odds[row] = odds(outOfFold.prediction()[row]);
        }
        double[] targets = targets(outOfFold);
        double[] line = {1, 0};
        double loss = loss(odds, targets, outOfFold.weight(), line);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            double[] step = step(odds, targets, outOfFold.weight(), line);
            double[] next = {line[0] + step[0], line[1] + step[1]};
            double nextLoss = loss(odds, targets, outOfFold.weight(), next);
            for (int halving = 0; halving < MOST_ROUNDS && !(nextLoss <= loss); halving++) {
                next = new double[] {(line[0] + next[0]) / 2, (line[1] + next[1]) / 2};
                nextLoss = loss(odds, targets, outOfFold.weight(), next);
            }
            boolean done = !(loss - nextLoss > STILL * loss);
            line = next;
            loss = nextLoss;
            if (done) {
                break;
            }
        }
        double slope = line[0];
        double shift = line[1];
        // a model that is worse than none would be turned round: then its mean is all that it says
        return slope >= 0
                ? new Platt((float) slope, (float) shift)
                : new Platt(0, (float) odds(mean(targets, outOfFold)));
    }

    @Override
    public double of(double probability) {
        double margin = Math.max(-FURTHEST, Math.min(FURTHEST, slope * odds(probability) + shift));
        return 1 / (1 + StrictMath.exp(-margin));
    }

    @Override
    public Value addTo(OnnxGraph graph, Value probability) {
        Value held = graph.apply("Min", graph.apply("Max", probability, graph.row(EDGE)), graph.row(1 - EDGE));
        Value odds = graph.logarithm(graph.apply("Div", held, graph.apply("Sub", graph.row(1), held)));
        Value line = graph.apply("Add", graph.apply("Mul", odds, graph.row(slope)), graph.row(shift));
        Value margin = graph.apply("Min", graph.apply("Max", line, graph.row(-FURTHEST)), graph.row(FURTHEST));
        return graph.apply("Sigmoid", margin);
    }

    private static double odds(double probability) {
        double held = Math.max(EDGE, Math.min(1 - EDGE, probability));
        return StrictMath.log(held / (1 - held));
    }

    /** A step of Newton's method: slope and shift. */
    private static double[] step(double[] odds, double[] targets, double[] weights, double[] line) {
        double[] gradient = new double[2];
        double slopes = RIDGE;
        double both = 0;
        double shifts = RIDGE;
        for (int row = 0; row < odds.length; row++) {
            double p = 1 / (1 + StrictMath.exp(-(line[0] * odds[row] + line[1])));
            double off = weights[row] * (targets[row] - p);
            double curvature = weights[row] * p * (1 - p);
            gradient[0] += off * odds[row];
            gradient[1] += off;
            slopes += curvature * odds[row] * odds[row];
            both += curvature * odds[row];
            shifts += curvature;
        }
        double determinant = slopes * shifts - both * both;
        return new double[] {
            (gradient[0] * shifts - gradient[1] * both) / determinant,
            (gradient[1] * slopes - gradient[0] * both) / determinant
        };
    }

    private static double loss(double[] odds, double[] targets, double[] weights, double[] line) {
        double sum = 0;
        for (int row = 0; row < odds.length; row++) {
            double margin = line[0] * odds[row] + line[1];
            double soft = Math.max(margin, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(margin)));
            sum += weights[row] * (soft - targets[row] * margin);
        }
        return sum;
    }

    private static double[] targets(ScoredRows rows) {
        double positives = 0;
        for (double target : rows.target()) {
            positives += target;
        }
        double negatives = rows.rows() - positives;
        double[] targets = new double[rows.rows()];
        for (int row = 0; row < targets.length; row++) {
            targets[row] = rows.target()[row] == 1 ? (positives + 1) / (positives + 2) : 1 / (negatives + 2);
        }
        return targets;
    }

    private static double mean(double[] targets, ScoredRows rows) {
        double sum = 0;
        double all = 0;
        for (int row = 0; row < targets.length; row++) {
            sum += rows.weight()[row] * targets[row];
            all += rows.weight()[row];
        }
        return sum / all;
    }
}
