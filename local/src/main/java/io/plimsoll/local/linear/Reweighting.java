package io.plimsoll.local.linear;

import io.plimsoll.artifact.Link;
import io.plimsoll.local.linear.Design.Products;
import io.plimsoll.train.Objective;
import io.plimsoll.train.TrainingControl;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/** Coefficients by iteratively reweighted least squares; least squares themselves are one round of it. */
final class Reweighting {
    private static final int MOST_ROUNDS = 100;
    private static final int MOST_HALVINGS = 30;
    private static final double SAME = 1e-12;

    /** Below this a row's curvature no longer tells anything but rounding errors. */
    private static final double FLATTEST = 1e-10;

    private final Objective objective;
    private final Design design;
    private final float[] labels;
    private final double[] shares;
    private final ElasticNet net;

    /** @param shares weight of each row, of all 1 */
    Reweighting(Objective objective, Design design, float[] labels, double[] shares, ElasticNet net) {
        this.objective = objective;
        this.design = design;
        this.labels = labels;
        this.shares = shares;
        this.net = net;
    }

    /** <b>Shape</b>: the intercept, then a coefficient a feature. */
    DMatrixRMaj fitted(TrainingControl.Rounds progress) {
        DMatrixRMaj coefficients = start();
        double loss = loss(coefficients);
        int rounds = 0;
        boolean done = false;
        while (!done && rounds < MOST_ROUNDS) {
            DMatrixRMaj next = halved(coefficients, stepped(coefficients), loss);
            double nextLoss = loss(next);
            progress.done(++rounds, MOST_ROUNDS);
            done = objective == Objective.SQUARED_ERROR || loss - nextLoss <= SAME * (Math.abs(loss) + SAME);
            if (nextLoss <= loss) {
                coefficients = next;
                loss = nextLoss;
            }
        }
        progress.done(rounds, rounds);
        return coefficients;
    }

    /** Only an intercept: the best constant. */
    private DMatrixRMaj start() {
        double mean = 0;
        for (int row = 0; row < labels.length; row++) {
            mean += shares[row] * labels[row];
        }
        DMatrixRMaj start = new DMatrixRMaj(design.width(), 1);
        start.set(
                0,
                0,
                switch (objective) {
                    case LOGISTIC -> Math.log(mean / (1 - mean));
                    case POISSON -> Math.log(mean);
                    default -> mean;
                });
        return start;
    }

    private DMatrixRMaj stepped(DMatrixRMaj from) {
        double[] sums = design.sums(from);
        double[] weights = new double[sums.length];
        double[] responses = new double[sums.length];
        for (int row = 0; row < sums.length; row++) {
            double mean = mean(sums[row]);
            double curvature = Math.max(FLATTEST, curvature(mean));
            weights[row] = shares[row] * curvature;
            responses[row] = sums[row] + (labels[row] - mean) / curvature;
        }
        Products products = design.products(weights, responses);
        return net.solve(products.gram(), products.moments(), from);
    }

    /** On the way from one point to another, as far as the loss becomes smaller. */
    private DMatrixRMaj halved(DMatrixRMaj from, DMatrixRMaj to, double loss) {
        DMatrixRMaj next = to;
        for (int halving = 0; halving < MOST_HALVINGS && !(loss(next) <= loss); halving++) {
            CommonOps_DDRM.add(0.5, from, 0.5, next, next);
        }
        return next;
    }

    private double loss(DMatrixRMaj coefficients) {
        double[] sums = design.sums(coefficients);
        double loss = 0;
        for (int row = 0; row < sums.length; row++) {
            // of squares one half, whose derivative is the residual
            double half = objective == Objective.SQUARED_ERROR ? 0.5 : 1;
            loss += shares[row] * half * objective.loss(sums[row], labels[row], 0);
        }
        return loss + net.penalty(coefficients);
    }

    private double mean(double sum) {
        return switch (objective) {
            case LOGISTIC -> Link.LOGISTIC.of(sum);
            case POISSON -> Link.EXP.of(sum);
            default -> sum;
        };
    }

    private double curvature(double mean) {
        return switch (objective) {
            case LOGISTIC -> mean * (1 - mean);
            case POISSON -> mean;
            default -> 1;
        };
    }
}
