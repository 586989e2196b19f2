package io.plimsoll.data;

import java.util.Arrays;

/**
 * The finite numbers of a column in order, each once with its rows: few where a column has few, however many rows there are.
 *
 * <p><b>Shape</b>: both have an entry for each different number, the smallest first.
 *
 * @param values in which zeros of either sign are one
 * @param until rows of all numbers up to this one
 */
record CountedNumbers(double[] values, long[] until) {
    static CountedNumbers of(Dataset dataset, String column) {
        int most = Math.toIntExact(dataset.summary(column).distinct());
        double[] values = new double[most];
        long[] until = new long[most];
        int[] next = {0};
        long[] rows = {0};
        dataset.scanValues(column, batch -> {
            for (int i = 0; i < batch.rows(); i++) {
                rows[0] += (long) batch.numbers().get(1)[i];
                values[next[0]] = batch.numbers().get(0)[i];
                until[next[0]++] = rows[0];
            }
        });
        return new CountedNumbers(Arrays.copyOf(values, next[0]), Arrays.copyOf(until, next[0]));
    }

    boolean isEmpty() {
        return values.length == 0;
    }

    long rows() {
        return isEmpty() ? 0 : until[until.length - 1];
    }

    /** Rows of one of the numbers. */
    long count(int place) {
        return place == 0 ? until[0] : until[place] - until[place - 1];
    }

    double least() {
        return values[0];
    }

    double most() {
        return values[values.length - 1];
    }

    /** The number of the row that has this place, from 1 on, in their order. */
    double ranked(long rank) {
        int place = Arrays.binarySearch(until, rank);
        return values[place < 0 ? -place - 1 : place];
    }

    /** Rows in bins with these upper ends, inclusive, and of those beyond. */
    long[] inBins(double[] ends) {
        long[] counts = new long[ends.length + 1];
        for (int i = 0; i < values.length; i++) {
            int place = Arrays.binarySearch(ends, values[i]);
            counts[place < 0 ? -place - 1 : place] += count(i);
        }
        return counts;
    }
}
