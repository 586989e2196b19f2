package io.plimsoll.interval;

import io.plimsoll.metric.DrawnMetric;
import io.plimsoll.metric.Groups;
import java.util.stream.IntStream;

/**
 * Values of a figure on bootstrap replicates of groups, on all cores.
 *
 * <p><b>Source</b>: Efron and Tibshirani, "An Introduction to the Bootstrap" (1993), chapters 6 and 13; whole groups being what varies: Davison and
 * Hinkley, "Bootstrap Methods and their Application" (1997), section 3.8.
 */
record Bootstrap(long seed, int replicates) {
    /** Replicates of a block share one passage through the rows; a block of 100,000 groups is 13 MB. */
    private static final int BLOCK = 128;

    double[] values(DrawnMetric figure, Groups groups) {
        PoissonDraws draws = new PoissonDraws(groups, seed);
        double[] values = new double[replicates];
        IntStream.range(0, (replicates + BLOCK - 1) / BLOCK).parallel().forEach(block -> {
            int first = block * BLOCK;
            int width = Math.min(BLOCK, replicates - first);
            System.arraycopy(figure.on(draws.of(first, BLOCK)), 0, values, first, width);
        });
        return values;
    }
}
