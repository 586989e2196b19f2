package io.plimsoll.evaluate;

import io.plimsoll.data.Batch;
import io.plimsoll.data.Dataset;
import io.plimsoll.data.Selection;
import io.plimsoll.data.TrainingSet;
import io.plimsoll.metric.Task;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ObjIntConsumer;
import java.util.function.ToDoubleFunction;

/**
 * What one feature knows of the target: a model of bins, one for each value of a text, one for each of some thirty quantiles of a number. Each
 * predicts what its training rows have, the mean of a class or the median of a quantity. Missing values are a bin of their own, since a blank
 * can give the answer away as well as a value.
 */
final class OneFeature {
    private static final int QUANTILES = 32;
    private static final String MISSING = "";

    private final String column;
    private final double[] cuts;
    private final Map<String, Double> predictions;
    private final double otherwise;

    private OneFeature(String column, double[] cuts, Map<String, Double> predictions, double otherwise) {
        this.column = column;
        this.cuts = cuts;
        this.predictions = predictions;
        this.otherwise = otherwise;
    }

    static OneFeature ofNumbers(String column, String target, Task task, TrainingSet training) {
        List<Double> values = new ArrayList<>();
        training.rows()
                .scan(
                        new Selection(List.of(column), List.of()),
                        batch -> Arrays.stream(batch.numbers().get(0), 0, batch.rows())
                                .filter(Double::isFinite)
                                .forEach(values::add));
        return fitted(column, cuts(values), target, task, training);
    }

    static OneFeature ofTexts(String column, String target, Task task, TrainingSet training) {
        return fitted(column, new double[0], target, task, training);
    }

    /** <p><b>Shape</b>: one prediction a row, in key order. */
    double[] predictions(Dataset rows) {
        List<Double> all = new ArrayList<>();
        rows.scan(selection(List.of()), batch -> {
            for (int row = 0; row < batch.rows(); row++) {
                all.add(predictions.getOrDefault(bin(batch, row), otherwise));
            }
        });
        return all.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static OneFeature fitted(String column, double[] cuts, String target, Task task, TrainingSet training) {
        OneFeature unfitted = new OneFeature(column, cuts, Map.of(), 0);
        Map<String, List<Double>> targets = new HashMap<>();
        List<Double> all = new ArrayList<>();
        ObjIntConsumer<Batch> add = (batch, row) -> {
            double y = batch.numbers().get(batch.numbers().size() - 1)[row];
            targets.computeIfAbsent(unfitted.bin(batch, row), bin -> new ArrayList<>())
                    .add(y);
            all.add(y);
        };
        training.rows().scan(unfitted.selection(List.of(target)), batch -> {
            for (int row = 0; row < batch.rows(); row++) {
                add.accept(batch, row);
            }
        });
        ToDoubleFunction<List<Double>> typical = task == Task.CLASSIFICATION ? OneFeature::mean : OneFeature::median;
        Map<String, Double> predictions = new HashMap<>();
        targets.forEach((bin, some) -> predictions.put(bin, typical.applyAsDouble(some)));
        return new OneFeature(column, cuts, predictions, typical.applyAsDouble(all));
    }

    private boolean isNumeric() {
        return cuts.length > 0;
    }

    /** The feature, as what it is, before further numbers. */
    private Selection selection(List<String> numbers) {
        List<String> all = new ArrayList<>(isNumeric() ? List.of(column) : List.of());
        all.addAll(numbers);
        return new Selection(all, isNumeric() ? List.of() : List.of(column));
    }

    private String bin(Batch batch, int row) {
        if (!isNumeric()) {
            return Objects.requireNonNullElse(batch.texts().get(0)[row], MISSING);
        }
        double value = batch.numbers().get(0)[row];
        if (Double.isNaN(value)) {
            return MISSING;
        }
        int place = Arrays.binarySearch(cuts, value);
        return String.valueOf(place < 0 ? -place - 1 : place);
    }

    /** Upper ends of the bins, each once; a single one where there are no values. */
    private static double[] cuts(List<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        if (sorted.length == 0) {
            return new double[] {0};
        }
        double[] cuts = new double[QUANTILES];
        for (int i = 0; i < QUANTILES; i++) {
            cuts[i] = sorted[(int) ((long) (i + 1) * (sorted.length - 1) / QUANTILES)];
        }
        return Arrays.stream(cuts).distinct().toArray();
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }

    private static double median(List<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted.length == 0 ? 0 : sorted[(sorted.length - 1) / 2];
    }
}
