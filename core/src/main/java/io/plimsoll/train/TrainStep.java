package io.plimsoll.train;

import io.plimsoll.artifact.ModelFiles;
import io.plimsoll.artifact.ModelLoader;
import io.plimsoll.artifact.Predictor;
import io.plimsoll.artifact.Tolerance;
import io.plimsoll.config.Threshold;
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
        Scale scale = fitting.scale();
        EncodedRows rows = EncodedRows.read(
                table.split().training().rows(),
                table.split().table().roles(),
                table.transform(),
                fitting.config().weight());
        FittedModel fitted = run.closeAtEnd(fitting.fit(rows, table.transform(), run::progress));
        ModelFiles files = new Packaging(identity, fitting.config(), loader, threshold(table))
                .pack(table.split(), table.transform(), fitted, scale);
        Predictor predictor = run.closeAtEnd(loader.load(files));
        TrainedModel.RoundTrip roundTrip =
                (holdout, exported) -> Tolerance.around(asDoubles(fitted.predict(holdout.features(), holdout.rows())))
                        .disagreements(scale.fitted(exported));
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

    private static double[] asDoubles(float[] predictions) {
        double[] result = new double[predictions.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = predictions[i];
        }
        return result;
    }
}
