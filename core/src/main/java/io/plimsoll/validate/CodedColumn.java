package io.plimsoll.validate;

import io.plimsoll.data.Dataset;
import io.plimsoll.data.Selection;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A column whose values have become small numbers: one for each text, or one for each of some thirty quantiles of a number.
 *
 * <p><b>Shape</b>: {@code codes} has an entry for each row, in key order; 0 is a missing value.
 *
 * @param size number of codes, that of missing values among them
 */
record CodedColumn(int[] codes, int size) {
    private static final int QUANTILES = 32;

    static CodedColumn ofTexts(Dataset rows, String column) {
        int[] codes = new int[Math.toIntExact(rows.rows())];
        Map<String, Integer> known = new HashMap<>();
        int[] next = {0};
        rows.scan(new Selection(List.of(), List.of(column)), batch -> {
            @Nullable String[] values = batch.texts().get(0);
            for (int row = 0; row < batch.rows(); row++) {
                String value = values[row];
                codes[next[0]++] = value == null ? 0 : known.computeIfAbsent(value, text -> known.size() + 1);
            }
        });
        return new CodedColumn(codes, known.size() + 1);
    }

    static CodedColumn ofNumbers(Dataset rows, String column) {
        double[] values = numbers(rows, column);
        double[] sorted =
                Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
        double[] cuts = new double[sorted.length == 0 ? 0 : QUANTILES];
        for (int i = 0; i < cuts.length; i++) {
            cuts[i] = sorted[(int) ((long) (i + 1) * (sorted.length - 1) / QUANTILES)];
        }
        double[] ends = Arrays.stream(cuts).distinct().toArray();
        int[] codes = Arrays.stream(values)
                .mapToInt(value -> Double.isNaN(value) ? 0 : 1 + place(ends, value))
                .toArray();
        return new CodedColumn(codes, ends.length + 2);
    }

    private static int place(double[] ends, double value) {
        int place = Arrays.binarySearch(ends, value);
        return place < 0 ? -place - 1 : place;
    }

    private static double[] numbers(Dataset rows, String column) {
        double[] values = new double[Math.toIntExact(rows.rows())];
        int[] next = {0};
        rows.scan(new Selection(List.of(column), List.of()), batch -> {
            System.arraycopy(batch.numbers().get(0), 0, values, next[0], batch.rows());
            next[0] += batch.rows();
        });
        return values;
    }
}
