package io.plimsoll.train;

import io.plimsoll.artifact.Predictions;
import io.plimsoll.data.Roles;
import io.plimsoll.metric.Baseline;
import io.plimsoll.metric.Bounds;
import io.plimsoll.metric.ScoredRows;
import io.plimsoll.split.Fold;
import io.plimsoll.step.Progress;
import io.plimsoll.transform.TrainingTransform;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Judges a recipe fold by fold: for each, transformation and trainer are fitted to the rows of all others, as they would be for a model, and
 * predict its rows. The models are thrown away, so their predictions are those of the trainer's own library and no graph is made of them.
 */
public final class CrossValidation {
    private final Fitting fitting;
    private final Finisher finisher;

    private CrossValidation(Fitting fitting, Finisher finisher) {
        this.fitting = fitting;
        this.finisher = finisher;
    }

    /** Gives what finishes the predictions of a model of some fold. */
    @FunctionalInterface
    private interface Finisher {
        Finish of(Fold fold, Roles roles);
    }

    /** Of whole models: what they are calibrated by, and their intervals, are learned anew beside each fold. */
    public CrossValidation(Fitting fitting) {
        this(fitting, (fold, roles) -> new Finishing(fitting).of(fold.training(), roles));
    }

    /** Of what the trainer gives, which nothing has been learned from yet. */
    static CrossValidation unfinished(Fitting fitting) {
        return new CrossValidation(fitting, (fold, roles) -> Finish.plain(fitting.scale()));
    }

    /**
     * One fold as a model saw it that was fitted without it.
     *
     * @param fold its number
     * @param key of each row, in the order of {@code rows}
     * @param rows weighted among themselves, as if there were no other fold
     * @param bounds the intervals around the predictions; null where the recipe has none
     * @param baseline the naive models of the rows that the model was fitted to
     */
    public record JudgedFold(
            int fold,
            String[] key,
            ScoredRows rows,
            @Nullable Bounds bounds,
            Baseline baseline) {}

    /**
     * Fits one model for each fold.
     *
     * @param folds each with rows to judge and rows to learn from
     * @param progress takes the folds, one after the other
     */
    public List<JudgedFold> over(List<Fold> folds, Roles roles, Consumer<Progress> progress) {
        List<JudgedFold> judged = new ArrayList<>();
        for (Fold fold : folds) {
            judged.add(judged(fold, roles));
            progress.accept(new Progress(judged.size(), folds.size(), Progress.Unit.FOLDS));
        }
        return judged;
    }

    private JudgedFold judged(Fold fold, Roles roles) {
        TrainingTransform transform = fitting.transform(fold.training(), roles);
        EncodedRows known = fitting.trainingRows(fold.training(), roles, transform);
        EncodedRows unknown = fitting.otherRows(fold.judged().rows(), roles, transform);
        Finish finish = finisher.of(fold, roles);
        try (FittedModel model = fitting.fit(known, transform.fitted(), (rounds, all) -> {})) {
            Predictions predictions = finish.of(model.predict(unknown.features(), unknown.rows()));
            ScoredRows rows =
                    new ScoredRows(unknown.target(), predictions.prediction(), unknown.weight(), unknown.group());
            return new JudgedFold(fold.number(), unknown.key(), rows, predictions.bounds(), Baselines.of(known));
        }
    }
}
