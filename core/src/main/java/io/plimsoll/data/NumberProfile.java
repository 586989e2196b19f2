package io.plimsoll.data;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * Figures of the finite numbers of a column. A quantile is a value that occurs: the smallest below or at which its share of the rows lies.
 *
 * @param firstDecile a tenth of the rows lies at or below it
 * @param lastDecile nine tenths of the rows lie at or below it
 */
public record NumberProfile(
        double mean, double least, double firstDecile, double median, double lastDecile, double most) {
    /** Empty if the column holds no finite number. */
    static Optional<NumberProfile> of(Dataset dataset, String column) {
        double[] values = finite(dataset, column);
        if (values.length == 0) {
            return Optional.empty();
        }
        double mean = mean(values);
        Arrays.sort(values);
        return Optional.of(new NumberProfile(
                mean,
                values[0],
                quantile(values, 1),
                quantile(values, 5),
                quantile(values, 9),
                values[values.length - 1]));
    }

    /** In key order, each divided before it is added, so that large numbers do not overflow. */
    static double mean(double[] values) {
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        return mean;
    }

    /** Of those of the columns that hold a finite number, in one pass and to the last digit like {@link #mean}. */
    static Map<String, Double> means(Dataset dataset, List<String> columns) {
        List<String> held = columns.stream()
                .filter(column -> finiteRows(dataset, column) > 0)
                .toList();
        double[] rows =
                held.stream().mapToDouble(column -> finiteRows(dataset, column)).toArray();
        double[] sums = new double[rows.length];
        dataset.scan(new Selection(held, List.of()), batch -> {
            for (int i = 0; i < sums.length; i++) {
                sums[i] = added(sums[i], batch.numbers().get(i), batch.rows(), rows[i]);
            }
        });
        Map<String, Double> means = new LinkedHashMap<>();
        for (int i = 0; i < sums.length; i++) {
            means.put(held.get(i), sums[i]);
        }
        return means;
    }

    private static double added(double sum, double[] values, int count, double rows) {
        double mean = sum;
        for (int row = 0; row < count; row++) {
            if (Double.isFinite(values[row])) {
                mean += values[row] / rows;
            }
        }
        return mean;
    }

    private static long finiteRows(Dataset dataset, String column) {
        ColumnSummary summary = dataset.summary(column);
        return summary.present() - summary.notFinite();
    }

    private static double quantile(double[] sorted, int tenths) {
        long rank = ((long) sorted.length * tenths + 9) / 10;
        return sorted[(int) rank - 1];
    }

    static double[] finite(Dataset dataset, String column) {
        DoubleStream.Builder values = DoubleStream.builder();
        dataset.scan(new Selection(List.of(column), List.of()), batch -> {
            double[] numbers = batch.numbers().get(0);
            for (int row = 0; row < batch.rows(); row++) {
                if (Double.isFinite(numbers[row])) {
                    values.add(numbers[row]);
                }
            }
        });
        return values.build().toArray();
    }
}
