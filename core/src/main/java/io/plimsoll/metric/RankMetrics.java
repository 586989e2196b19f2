package io.plimsoll.metric;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Metrics of the order of predictions, with row weights; rows with equal predictions count as one threshold.
 *
 * <p><b>Source</b>: Fawcett, "An introduction to ROC analysis", Pattern Recognition Letters 27 (2006), algorithm 2; average precision as
 * Σ(Rₙ − Rₙ₋₁)Pₙ, as scikit-learn defines it.
 */
final class RankMetrics {
    private final double[] target;
    private final double[] prediction;
    private final double[] weight;
    private final int[] order;

    RankMetrics(ScoredRows rows) {
        this.target = rows.target();
        this.prediction = rows.prediction();
        this.weight = rows.weight();
        this.order = IntStream.range(0, rows.rows())
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(i -> -prediction[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    double auc() {
        double area = 0;
        double positives = 0;
        double negatives = 0;
        for (int start = 0; start < order.length; ) {
            int end = endOfTies(start);
            double tiedPositives = weightOf(start, end, 1);
            double tiedNegatives = weightOf(start, end, 0);
            area += tiedNegatives * (positives + tiedPositives / 2);
            positives += tiedPositives;
            negatives += tiedNegatives;
            start = end;
        }
        return area / (positives * negatives);
    }

    double averagePrecision() {
        double total = weightOf(0, order.length, 1);
        double sum = 0;
        double positives = 0;
        double all = 0;
        for (int start = 0; start < order.length; ) {
            int end = endOfTies(start);
            double tiedPositives = weightOf(start, end, 1);
            positives += tiedPositives;
            all += tiedPositives + weightOf(start, end, 0);
            sum += tiedPositives / total * (positives / all);
            start = end;
        }
        return sum;
    }

    private int endOfTies(int start) {
        int end = start + 1;
        while (end < order.length && prediction[order[end]] == prediction[order[start]]) {
            end++;
        }
        return end;
    }

    private double weightOf(int start, int end, double label) {
        double sum = 0;
        for (int i = start; i < end; i++) {
            if (target[order[i]] == label) {
                sum += weight[order[i]];
            }
        }
        return sum;
    }
}
