package io.plimsoll.train;

import io.plimsoll.config.ModelConfig;
import io.plimsoll.data.Roles;
import io.plimsoll.metric.Baseline;
import io.plimsoll.metric.ScoredRows;
import io.plimsoll.split.Fold;
import io.plimsoll.transform.FittedTransform;
import io.plimsoll.transform.Transform;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;

/**
 * Judges a recipe fold by fold: for each, transformation and trainer are fitted to the rows of all others, as they would be for a model, and
 * predict its rows. The models are thrown away, so their predictions are those of the trainer's own library and no graph is made of them.
 */
public final class CrossValidation {
    private final Fitting fitting;

    public CrossValidation(Fitting fitting) {
        this.fitting = fitting;
    }

    /**
     * One fold as a model saw it that was fitted without it.
     *
     * @param fold its number
     * @param key of each row, in the order of {@code rows}
     * @param rows weighted among themselves, as if there were no other fold
     * @param baseline the naive models of the rows that the model was fitted to
     */
    public record JudgedFold(int fold, String[] key, ScoredRows rows, Baseline baseline) {}

    /**
     * Fits one model for each fold.
     *
     * @param folds each with rows to judge and rows to learn from
     * @param progress takes the share of the work that is done, 0 to 1
     */
    public List<JudgedFold> over(List<Fold> folds, Roles roles, DoubleConsumer progress) {
        List<JudgedFold> judged = new ArrayList<>();
        for (Fold fold : folds) {
            judged.add(judged(fold, roles));
            progress.accept((double) judged.size() / folds.size());
        }
        return judged;
    }

    private JudgedFold judged(Fold fold, Roles roles) {
        ModelConfig config = fitting.config();
        FittedTransform transform = new Transform(config.features()).fit(fold.training());
        EncodedRows known = EncodedRows.read(fold.training().rows(), roles, transform, config.weight());
        EncodedRows unknown = EncodedRows.read(fold.judged().rows(), roles, transform, config.weight());
        double[] predictions = fitting.predictions(known, unknown, transform);
        ScoredRows rows = new ScoredRows(unknown.target(), predictions, unknown.weight(), unknown.group());
        return new JudgedFold(fold.number(), unknown.key(), rows, Baselines.of(known));
    }
}
