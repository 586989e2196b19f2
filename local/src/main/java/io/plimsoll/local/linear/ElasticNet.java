package io.plimsoll.local.linear;

import java.util.function.DoubleConsumer;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * The smallest of {@code ½ b′Ab − c′b + penalty × ((1 − share)/2 × |b|² + share × |b|₁)}, with no penalty on the first coefficient, which is the
 * intercept.
 *
 * <p>Without an absolute penalty it is one system of equations; with one, coordinates are moved in turn until none moves.
 *
 * <p><b>Source</b>: Friedman, Hastie and Tibshirani, "Regularization paths for generalized linear models via coordinate descent", Journal of
 * Statistical Software 33, 2010.
 */
final class ElasticNet {
    private static final int MOST_ROUNDS = 10_000;
    private static final double STILL = 1e-10;

    private final double ridge;
    private final double lasso;

    ElasticNet(double penalty, double l1Share) {
        this.ridge = penalty * (1 - l1Share);
        this.lasso = penalty * l1Share;
    }

    /**
     * <p><b>Shape</b>: {@code a} is square and symmetric; {@code c}, {@code start} and the result are columns of its height.
     *
     * @param start where coordinates begin to move
     */
    DMatrixRMaj solve(DMatrixRMaj a, DMatrixRMaj c, DMatrixRMaj start) {
        DMatrixRMaj penalised = a.copy();
        for (int i = 1; i < a.numRows; i++) {
            penalised.add(i, i, ridge);
        }
        return lasso > 0 ? descended(penalised, c, start.copy()) : solved(penalised, c);
    }

    /** What is added to the loss. */
    double penalty(DMatrixRMaj b) {
        double sum = 0;
        for (int i = 1; i < b.numRows; i++) {
            sum += ridge / 2 * b.get(i) * b.get(i) + lasso * Math.abs(b.get(i));
        }
        return sum;
    }

    /** Of many solutions, where features say the same, the one with the smallest squares. */
    private static DMatrixRMaj solved(DMatrixRMaj a, DMatrixRMaj c) {
        DMatrixRMaj solution = new DMatrixRMaj(a.numRows, 1);
        LinearSolverDense<DMatrixRMaj> cholesky = LinearSolverFactory_DDRM.chol(a.numRows);
        if (cholesky.setA(a.copy()) && cholesky.quality() > 1e-12) {
            cholesky.solve(c, solution);
            return solution;
        }
        LinearSolverDense<DMatrixRMaj> pseudo = LinearSolverFactory_DDRM.pseudoInverse(true);
        if (!pseudo.setA(a.copy())) {
            throw new ArithmeticException("a system of equations that cannot be decomposed");
        }
        pseudo.solve(c, solution);
        return solution;
    }

    private DMatrixRMaj descended(DMatrixRMaj a, DMatrixRMaj c, DMatrixRMaj b) {
        DMatrixRMaj gradient = new DMatrixRMaj(a.numRows, 1);
        CommonOps_DDRM.mult(a, b, gradient);
        CommonOps_DDRM.subtract(c, gradient, gradient);
        double moved = Double.POSITIVE_INFINITY;
        for (int round = 0; round < MOST_ROUNDS && moved > STILL; round++) {
            double[] most = {0};
            for (int i = 0; i < a.numRows; i++) {
                move(a, b, gradient, i, step -> most[0] = Math.max(most[0], Math.abs(step)));
            }
            moved = most[0];
        }
        return b;
    }

    private void move(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj gradient, int i, DoubleConsumer steps) {
        double curvature = a.get(i, i);
        if (curvature <= 0) {
            return;
        }
        double unpenalised = gradient.get(i) + curvature * b.get(i);
        double threshold = i == 0 ? 0 : lasso;
        double moved = Math.signum(unpenalised) * Math.max(0, Math.abs(unpenalised) - threshold) / curvature;
        double step = moved - b.get(i);
        if (step != 0) {
            b.set(i, moved);
            for (int j = 0; j < a.numRows; j++) {
                gradient.add(j, 0, -step * a.get(j, i));
            }
            steps.accept(step);
        }
    }
}
