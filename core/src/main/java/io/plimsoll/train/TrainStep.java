package io.plimsoll.train;

import io.plimsoll.artifact.ModelFiles;
import io.plimsoll.artifact.ModelLoader;
import io.plimsoll.artifact.Predictor;
import io.plimsoll.config.Threshold;
import io.plimsoll.data.Roles;
import io.plimsoll.data.TrainingSet;
import io.plimsoll.step.RunContext;
import io.plimsoll.step.Step;
import io.plimsoll.step.StepName;
import io.plimsoll.transform.TransformedTable;
import org.jspecify.annotations.Nullable;

/** Runs the trainer on the training rows and makes the model folder of what it gives back. */
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

    @Override
    public TrainedModel run(TransformedTable table, RunContext run) {
        TrainingSet training = table.split().training();
        Roles roles = table.split().table().roles();
        EncodedRows rows = fitting.trainingRows(training, roles, table.training());
        FittedModel fitted = run.closeAtEnd(fitting.fit(rows, table.transform(), run::progress));
        Finish finish = new Finishing(fitting).of(training, roles);
        ModelFiles files = new Packaging(identity, fitting.config(), loader, threshold(table))
                .pack(table.split(), table.transform(), fitted, finish);
        Predictor predictor = run.closeAtEnd(loader.load(files));
        TrainedModel.RoundTrip roundTrip = (others, exported) -> {
            EncodedRows encoded = fitting.otherRows(others, roles, table.training());
            return finish.disagreements(fitted.predict(encoded.features(), encoded.rows()), exported);
        };
        return new TrainedModel(table, files, predictor, roundTrip, fitted.summary(), Baselines.of(rows));
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
