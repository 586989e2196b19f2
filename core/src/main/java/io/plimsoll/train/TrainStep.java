package io.plimsoll.train;

import io.plimsoll.artifact.ModelFiles;
import io.plimsoll.artifact.ModelLoader;
import io.plimsoll.artifact.Predictor;
import io.plimsoll.config.Threshold;
import io.plimsoll.data.Dataset;
import io.plimsoll.data.Roles;
import io.plimsoll.data.TrainingSet;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.metric.Baseline;
import io.plimsoll.step.Progress;
import io.plimsoll.step.RunContext;
import io.plimsoll.step.Step;
import io.plimsoll.step.StepName;
import io.plimsoll.transform.TransformedTable;
import org.jspecify.annotations.Nullable;

/** Runs the trainer on the training rows, makes the model folder of what it gives back, and proves that the folder predicts what the trainer predicts. */
public final class TrainStep implements Step<TransformedTable, TrainedModel> {
    private final ModelIdentity identity;
    private final Fitting fitting;
    private final ModelLoader loader;

    public TrainStep(ModelIdentity identity, Fitting fitting, ModelLoader loader) {
        this.identity = identity;
        this.fitting = fitting;
        this.loader = loader;
    }

    @Override
    public StepName name() {
        return StepName.TRAIN;
    }

    /** @throws PlimsollException with {@code ROUND_TRIP} if the exported graph disagrees with the trainer on any row that judges */
    @Override
    public TrainedModel run(TransformedTable table, RunContext run) {
        TrainingSet training = table.split().training();
        Roles roles = table.split().table().roles();
        EncodedRows rows = fitting.trainingRows(training, roles, table.training());
        FittedModel fitted = run.closeAtEnd(fitting.fit(
                rows,
                table.transform(),
                (rounds, all) -> run.progress(new Progress(rounds, all, Progress.Unit.ROUNDS))));
        Baseline baseline = Baselines.of(rows);
        Finish finish = new Finishing(fitting).of(training, roles);
        ModelFiles files = new Packaging(identity, fitting.config(), loader, threshold(table))
                .pack(table.split(), table.transform(), fitted, finish);
        Predictor predictor = run.closeAtEnd(loader.load(files));
        prove(predictor, table.split().judged().rows(), (others, exported) -> {
            EncodedRows encoded = fitting.otherRows(others, roles, table.training());
            return finish.disagreements(fitted.predict(encoded.features(), encoded.rows()), exported);
        });
        return new TrainedModel(table.split(), files, predictor, fitted.summary(), baseline);
    }

    /** Holds the exported model against the library that trained it, on rows that it was not fitted to. */
    @FunctionalInterface
    interface RoundTrip {
        /**
         * Number of rows on which the two do not agree within {@link io.plimsoll.artifact.Tolerance}.
         *
         * @param exported the exported model's predictions for the rows, in the unit of its output
         */
        int disagreements(Dataset rows, double[] exported);
    }

    /** Here and not where the rows judge, since no later run that takes the model up again has the trainer's own at hand. */
    static void prove(Predictor exported, Dataset judged, RoundTrip roundTrip) {
        int disagreements = roundTrip.disagreements(judged, AllRows.predicted(judged, exported));
        if (disagreements > 0) {
            throw PlimsollException.of(
                    ErrorCode.ROUND_TRIP,
                    "the exported model disagrees with its trainer on " + disagreements + " of " + judged.rows()
                            + " holdout rows",
                    "",
                    "nothing was registered; please report this with the run's folder");
        }
    }

    private @Nullable Double threshold(TransformedTable table) {
        Threshold threshold = fitting.config().threshold();
        if (threshold instanceof Threshold.BestF1) {
            return new ThresholdChoice(fitting)
                    .of(table.split().training(), table.split().table().roles());
        }
        return threshold instanceof Threshold.Given given ? (Double) given.probability() : null;
    }
}
