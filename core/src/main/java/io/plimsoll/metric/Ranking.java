package io.plimsoll.metric;

import java.util.Arrays;
import java.util.Comparator;

/** Rows from the highest prediction to the lowest, sorted once for all draws, in an order that does not depend on the one they came in. */
final class Ranking {
    private final double[] falling;
    private final double[] weight;
    private final boolean[] positive;
    private final int[] group;

    Ranking(ScoredRows rows, Groups groups) {
        int n = rows.rows();
        // adding 0 makes zeros of either sign one prediction
        double[] negated =
                Arrays.stream(rows.prediction()).map(p -> -(p + 0.0) + 0.0).toArray();
        int[] order = order(negated);
        settleTies(order, negated, rows, groups);
        this.falling = new double[n];
        this.weight = new double[n];
        this.positive = new boolean[n];
        this.group = new int[n];
        for (int i = 0; i < n; i++) {
            falling[i] = negated[order[i]];
            weight[i] = rows.weight()[order[i]];
            positive[i] = rows.target()[order[i]] == 1;
            group[i] = groups.ofRow()[order[i]];
        }
    }

    int rows() {
        return weight.length;
    }

    /** The row after the last one that has the same prediction as {@code start}. */
    int endOfTies(int start) {
        return endOfTies(falling, start);
    }

    boolean isPositive(int row) {
        return positive[row];
    }

    /** Adds the row's weight, as often as each draw has it. */
    void addTo(double[] totals, int row, Draws draws) {
        draws.addTo(totals, group[row], weight[row]);
    }

    /** The row's weight, as often as each draw has it. */
    void set(double[] values, int row, Draws draws) {
        draws.set(values, group[row], weight[row]);
    }

    /** Rank and row packed into one number sort several times faster than boxed rows with a comparator. */
    private static int[] order(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        long[] keys = new long[values.length];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = (long) firstOf(sorted, values[i]) << Integer.SIZE | i;
        }
        Arrays.sort(keys);
        return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
    }

    /** The first place of a value that occurs, perhaps often. */
    private static int firstOf(double[] sorted, double value) {
        int low = 0;
        int high = sorted.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Sums round, so that tied rows need an order too: one of what they hold, not of where they stood. */
    private static void settleTies(int[] order, double[] values, ScoredRows rows, Groups groups) {
        Comparator<Integer> byContent = Comparator.<Integer>comparingInt(i -> groups.ofRow()[i])
                .thenComparingDouble(i -> rows.target()[i])
                .thenComparingDouble(i -> rows.weight()[i]);
        double[] sorted = Arrays.stream(order).mapToDouble(i -> values[i]).toArray();
        for (int start = 0; start < order.length; ) {
            int end = endOfTies(sorted, start);
            if (end - start > 1) {
                int[] settled = Arrays.stream(order, start, end)
                        .boxed()
                        .sorted(byContent)
                        .mapToInt(Integer::intValue)
                        .toArray();
                System.arraycopy(settled, 0, order, start, settled.length);
            }
            start = end;
        }
    }

    private static int endOfTies(double[] sorted, int start) {
        int end = start + 1;
        while (end < sorted.length && sorted[end] == sorted[start]) {
            end++;
        }
        return end;
    }
}
