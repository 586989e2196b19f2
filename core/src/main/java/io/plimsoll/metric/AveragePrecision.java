package io.plimsoll.metric;

import java.util.Arrays;

/**
 * Average precision, Σ(Rₙ − Rₙ₋₁)Pₙ over thresholds, as scikit-learn defines it; rows with equal predictions count as one threshold.
 *
 * <p><b>Source</b>: {@code sklearn.metrics.average_precision_score}.
 */
record AveragePrecision(Ranking ranking) implements DrawnMetric {
    @Override
    public double[] on(Draws draws) {
        Sweep sweep = new Sweep(draws.width());
        for (int start = 0; start < ranking.rows(); ) {
            int end = ranking.endOfTies(start);
            sweep.pass(ranking, draws, start, end);
            start = end;
        }
        return sweep.averages();
    }

    /** The sums of one passage through the ranking, for each draw. */
    private static final class Sweep {
        private final double[] positives;
        private final double[] all;
        private final double[] tiedPositives;
        private final double[] sum;

        Sweep(int width) {
            this.positives = new double[width];
            this.all = new double[width];
            this.tiedPositives = new double[width];
            this.sum = new double[width];
        }

        void pass(Ranking ranking, Draws draws, int start, int end) {
            boolean any = false;
            Arrays.fill(tiedPositives, 0);
            for (int row = start; row < end; row++) {
                ranking.addTo(all, row, draws);
                if (ranking.isPositive(row)) {
                    any = true;
                    ranking.addTo(tiedPositives, row, draws);
                }
            }
            if (any) {
                step();
            }
        }

        private void step() {
            for (int draw = 0; draw < sum.length; draw++) {
                positives[draw] += tiedPositives[draw];
                // where nothing has been drawn yet the precision is 0 ÷ 0, and counts for nothing
                double precision = positives[draw] / Math.max(all[draw], Double.MIN_NORMAL);
                sum[draw] += tiedPositives[draw] * precision;
            }
        }

        double[] averages() {
            for (int draw = 0; draw < sum.length; draw++) {
                sum[draw] /= positives[draw];
            }
            return sum;
        }
    }
}
