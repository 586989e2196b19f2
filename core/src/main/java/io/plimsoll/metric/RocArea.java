package io.plimsoll.metric;

import java.util.Arrays;

/**
 * Area under the ROC curve; rows with equal predictions count as one threshold.
 *
 * <p><b>Source</b>: Fawcett, "An introduction to ROC analysis", Pattern Recognition Letters 27 (2006), algorithm 2.
 */
record RocArea(Ranking ranking) implements DrawnMetric {
    @Override
    public double[] on(Draws draws) {
        Sweep sweep = new Sweep(draws.width());
        for (int start = 0; start < ranking.rows(); ) {
            int end = ranking.endOfTies(start);
            sweep.pass(ranking, draws, start, end);
            start = end;
        }
        return sweep.areas();
    }

    /** The sums of one passage through the ranking, for each draw. */
    private static final class Sweep {
        private final double[] positives;
        private final double[] negatives;
        private final double[] tiedPositives;
        private final double[] tiedNegatives;
        private final double[] above;
        private final double[] area;

        Sweep(int width) {
            this.positives = new double[width];
            this.negatives = new double[width];
            this.tiedPositives = new double[width];
            this.tiedNegatives = new double[width];
            this.above = new double[width];
            this.area = new double[width];
        }

        void pass(Ranking ranking, Draws draws, int start, int end) {
            if (end - start > 1) {
                passTied(ranking, draws, start, end);
            } else if (ranking.isPositive(start)) {
                // no negative is passed by it, so that no area is won
                ranking.addTo(positives, start, draws);
            } else {
                ranking.set(tiedNegatives, start, draws);
                win(positives);
            }
        }

        private void passTied(Ranking ranking, Draws draws, int start, int end) {
            Arrays.fill(tiedPositives, 0);
            Arrays.fill(tiedNegatives, 0);
            for (int row = start; row < end; row++) {
                ranking.addTo(ranking.isPositive(row) ? tiedPositives : tiedNegatives, row, draws);
            }
            for (int draw = 0; draw < area.length; draw++) {
                above[draw] = positives[draw] + tiedPositives[draw] / 2;
                positives[draw] += tiedPositives[draw];
            }
            win(above);
        }

        /** Each negative just passed wins the positives above it, and half of those beside it. */
        private void win(double[] above) {
            for (int draw = 0; draw < area.length; draw++) {
                area[draw] += tiedNegatives[draw] * above[draw];
                negatives[draw] += tiedNegatives[draw];
            }
        }

        double[] areas() {
            for (int draw = 0; draw < area.length; draw++) {
                area[draw] /= positives[draw] * negatives[draw];
            }
            return area;
        }
    }
}
