package io.plimsoll.train;

import io.plimsoll.data.Roles;
import io.plimsoll.data.TrainingSet;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.metric.ScoredRows;
import io.plimsoll.metric.Task;
import io.plimsoll.split.Fold;
import io.plimsoll.split.InnerFolds;
import io.plimsoll.train.CrossValidation.JudgedFold;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Chooses the probability from which a row counts as class 1: the one with the highest F1 on predictions for training rows by models that were
 * fitted without their groups. The rows that judge have no say, so that their F1 is not one that was picked.
 */
final class ThresholdChoice {
    private static final int FOLDS = 5;
    private static final String PURPOSE = "threshold";

    private final Fitting fitting;

    ThresholdChoice(Fitting fitting) {
        this.fitting = fitting;
    }

    /** @throws PlimsollException with {@code DATA_INVALID} if the training rows cannot be dealt in folds */
    double of(TrainingSet training, Roles roles) {
        Task task = fitting.config().task();
        List<Fold> folds = InnerFolds.of(training, roles, task, FOLDS, PURPOSE);
        List<JudgedFold> judged = new CrossValidation(fitting).over(folds, roles, share -> {});
        return best(ScoredRows.concat(judged.stream().map(JudgedFold::rows).toList()));
    }

    /** From the highest prediction down, each a threshold; of equal ones the higher. */
    static double best(ScoredRows rows) {
        int[] order = IntStream.range(0, rows.rows())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -rows.prediction()[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double positives = IntStream.range(0, rows.rows())
                .mapToDouble(i -> rows.weight()[i] * rows.target()[i])
                .sum();
        double hits = 0;
        double predicted = 0;
        double highest = -1;
        double best = 1;
        for (int i = 0; i < order.length; i++) {
            int row = order[i];
            hits += rows.weight()[row] * rows.target()[row];
            predicted += rows.weight()[row];
            boolean last = i + 1 == order.length || rows.prediction()[order[i + 1]] != rows.prediction()[row];
            double f1 = 2 * hits / (predicted + positives);
            if (last && rows.prediction()[row] > 0 && f1 > highest) {
                highest = f1;
                best = rows.prediction()[row];
            }
        }
        return best;
    }
}
