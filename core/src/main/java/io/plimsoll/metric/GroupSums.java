package io.plimsoll.metric;

import java.util.Arrays;

/** A metric of sums, from the sums of each group. */
final class GroupSums implements DrawnMetric {
    private final SumMetric metric;
    /** {@code sums[group * metric.sums() + sum]}. */
    private final double[] sums;

    GroupSums(SumMetric metric, ScoredRows rows, Groups groups) {
        this.metric = metric;
        int[] start = new int[groups.count() + 1];
        for (int group : groups.ofRow()) {
            start[group + 1]++;
        }
        Arrays.parallelPrefix(start, Integer::sum);
        this.sums = added(addends(rows, groups, start), start);
    }

    double[] sums() {
        return sums;
    }

    /** What each row adds to each sum, the rows of a group side by side. */
    private double[][] addends(ScoredRows rows, Groups groups, int[] start) {
        int[] next = start.clone();
        double[] terms = new double[metric.sums()];
        double[][] addends = new double[metric.sums()][rows.rows()];
        for (int i = 0; i < rows.rows(); i++) {
            metric.terms(rows.target()[i], rows.prediction()[i], terms);
            int place = next[groups.ofRow()[i]]++;
            for (int s = 0; s < terms.length; s++) {
                addends[s][place] = rows.weight()[i] * terms[s];
            }
        }
        return addends;
    }

    private static double[] added(double[][] addends, int[] start) {
        int width = addends.length;
        double[] sums = new double[(start.length - 1) * width];
        for (int s = 0; s < width; s++) {
            for (int group = 0; group + 1 < start.length; group++) {
                // in ascending order, so that a group's sum does not depend on the order of its rows
                Arrays.sort(addends[s], start[group], start[group + 1]);
                for (int i = start[group]; i < start[group + 1]; i++) {
                    sums[group * width + s] += addends[s][i];
                }
            }
        }
        return sums;
    }

    @Override
    public double[] on(Draws draws) {
        int width = metric.sums();
        double[][] totals = new double[width][draws.width()];
        for (int i = 0; i < sums.length; i++) {
            // a sum of 0 is frequent: most bins of a calibration error, in most groups
            if (sums[i] != 0) {
                draws.addTo(totals[i % width], i / width, sums[i]);
            }
        }
        double[] values = new double[draws.width()];
        double[] ofDraw = new double[width];
        for (int draw = 0; draw < values.length; draw++) {
            for (int s = 0; s < width; s++) {
                ofDraw[s] = totals[s][draw];
            }
            values[draw] = metric.of(ofDraw);
        }
        return values;
    }
}
