package io.plimsoll.evaluate;

import io.plimsoll.metric.Baseline;
import io.plimsoll.metric.Bounds;
import io.plimsoll.metric.ScoredRows;
import io.plimsoll.split.Judging;
import io.plimsoll.split.SplitTable;
import io.plimsoll.step.Progress;
import io.plimsoll.train.CrossValidation;
import io.plimsoll.train.CrossValidation.JudgedFold;
import io.plimsoll.train.Fitting;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** Scores each row by a model of the same recipe that was fitted without the row's fold. */
final class FoldScoring {
    private final CrossValidation validation;

    FoldScoring(Fitting fitting) {
        this.validation = new CrossValidation(fitting);
    }

    /**
     * @param known the same rows as the model scores them that will be registered; it has seen them all, so only its predictions are replaced:
     *     rows are weighted as one whole, not fold by fold
     */
    Holdout score(SplitTable split, Judging.Folds folds, Holdout known, Consumer<Progress> progress) {
        Map<String, Integer> rowOf = known.indexByKey();
        double[] prediction = new double[known.key().length];
        double[] low = new double[prediction.length];
        double[] high = new double[prediction.length];
        int[] foldOf = new int[known.key().length];
        List<JudgedFold> judged = validation.over(folds.parts(), split.table().roles(), progress);
        for (JudgedFold part : judged) {
            for (int i = 0; i < part.key().length; i++) {
                int row = Objects.requireNonNull(rowOf.get(part.key()[i]));
                prediction[row] = part.rows().prediction()[i];
                foldOf[row] = part.fold();
                if (part.bounds() != null) {
                    low[row] = part.bounds().low()[i];
                    high[row] = part.bounds().high()[i];
                }
            }
        }
        List<Baseline> baselines = judged.stream().map(JudgedFold::baseline).toList();
        ScoredRows rows = known.rows().withPrediction(prediction);
        Bounds bounds = known.bounds() == null ? null : new Bounds(low, high);
        return new Holdout(known.key(), rows, bounds, new Folding(folds.deal(), foldOf, baselines));
    }
}
