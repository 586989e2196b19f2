package io.plimsoll.card;

import io.plimsoll.evaluate.JudgedRows;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/** Judged rows in the order of their predictions, put together in bins of about the same number of rows, so that none is seen by itself. */
final class Bins {
    /** Fewest rows that a bin holds. */
    static final int FEWEST_ROWS = 10;

    private Bins() {}

    /**
     * Some rows with about the same prediction.
     *
     * @param weight sum of the rows' weights
     * @param prediction weighted mean
     * @param target weighted mean of what was true
     * @param spread weighted standard deviation of what was true
     */
    record Bin(int rows, double weight, double prediction, double target, double spread) {}

    /**
     * Fewer than {@code most} where there are not enough rows, or predictions are equal; none where there are too few rows for two.
     *
     * @param scale on which means are taken
     */
    static List<Bin> of(JudgedRows rows, int most, DoubleUnaryOperator scale) {
        int all = rows.prediction().length;
        int bins = Math.min(most, all / FEWEST_ROWS);
        List<Bin> found = new ArrayList<>();
        if (bins < 2) {
            return found;
        }
        int[] order = IntStream.range(0, all)
                .boxed()
                .sorted(Comparator.comparingDouble(row -> rows.prediction()[row]))
                .mapToInt(Integer::intValue)
                .toArray();
        int from = 0;
        for (int bin = 1; bin <= bins; bin++) {
            int to = pastTies(rows, order, Math.max((int) ((long) all * bin / bins), from));
            boolean leavesEnough = to == all || all - to >= FEWEST_ROWS;
            if (to - from >= FEWEST_ROWS && leavesEnough) {
                found.add(bin(rows, order, from, to, scale));
                from = to;
            }
        }
        return found.size() < 2 ? List.of() : found;
    }

    /** Rows with the same prediction stay together. */
    private static int pastTies(JudgedRows rows, int[] order, int end) {
        int to = end;
        while (to > 0 && to < order.length && rows.prediction()[order[to]] == rows.prediction()[order[to - 1]]) {
            to++;
        }
        return to;
    }

    private static Bin bin(JudgedRows rows, int[] order, int from, int to, DoubleUnaryOperator scale) {
        double weight = 0;
        double prediction = 0;
        double target = 0;
        double squares = 0;
        for (int i = from; i < to; i++) {
            double w = rows.weight()[order[i]];
            double y = scale.applyAsDouble(rows.target()[order[i]]);
            weight += w;
            prediction += w * scale.applyAsDouble(rows.prediction()[order[i]]);
            target += w * y;
            squares += w * y * y;
        }
        double mean = target / weight;
        double spread = Math.sqrt(Math.max(0, squares / weight - mean * mean));
        return new Bin(to - from, weight, prediction / weight, mean, spread);
    }
}
