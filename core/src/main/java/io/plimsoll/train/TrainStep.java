package io.plimsoll.train;

import io.plimsoll.artifact.ModelFiles;
import io.plimsoll.artifact.ModelLoader;
import io.plimsoll.artifact.Predictor;
import io.plimsoll.artifact.Tolerance;
import io.plimsoll.artifact.TreeEnsemble;
import io.plimsoll.config.ModelConfig;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.step.RunContext;
import io.plimsoll.step.Step;
import io.plimsoll.step.StepName;
import io.plimsoll.transform.TransformedTable;

/** Runs the trainer on the training rows and makes the model folder of what it gives back. */
public final class TrainStep implements Step<TransformedTable, TrainedModel> {
    private final ModelIdentity identity;
    private final ModelConfig config;
    private final Trainer<?> trainer;
    private final ModelLoader loader;
    private final int threads;

    public TrainStep(ModelIdentity identity, ModelConfig config, Trainer<?> trainer, ModelLoader loader, int threads) {
        this.identity = identity;
        this.config = config;
        this.trainer = trainer;
        this.loader = loader;
        this.threads = threads;
    }

    @Override
    public StepName name() {
        return StepName.TRAIN;
    }

    @Override
    public TrainedModel run(TransformedTable table, RunContext run) {
        Scale scale = new Scale(config.targetScale());
        EncodedRows rows = EncodedRows.read(
                table.split().training().rows(), table.split().table().roles(), table.transform(), config.weight());
        FittedModel fitted = run.closeAtEnd(fit(trainer, examples(rows, table, scale), run));
        TreeEnsemble ensemble = scale.inOwnUnit(fitted.ensemble());
        ModelFiles files = new Packaging(identity, config, loader)
                .pack(table.split(), table.transform(), ensemble, fitted.nativeFiles());
        Predictor predictor = run.closeAtEnd(loader.load(files));
        TrainedModel.RoundTrip roundTrip =
                (holdout, exported) -> Tolerance.around(asDoubles(fitted.predict(holdout.features(), holdout.rows())))
                        .disagreements(scale.fitted(exported));
        return new TrainedModel(
                table, files, predictor, roundTrip, ensemble.trees().size(), Baselines.of(rows));
    }

    private <S extends Record> FittedModel fit(Trainer<S> chosen, Examples examples, RunContext run) {
        if (!chosen.settingsType().isInstance(config.settings())) {
            throw PlimsollException.of(
                    ErrorCode.INTERNAL, "settings of another trainer than " + chosen.name(), "", "report this");
        }
        S settings = chosen.settingsType().cast(config.settings());
        TrainingControl control = new TrainingControl(config.seed(), threads, run::progress);
        return chosen.fit(examples, config.task(), settings, control);
    }

    private static Examples examples(EncodedRows rows, TransformedTable table, Scale scale) {
        float[] labels = new float[rows.rows()];
        float[] weights = new float[rows.rows()];
        for (int i = 0; i < rows.rows(); i++) {
            labels[i] = scale.fitted(rows.target()[i]);
            weights[i] = (float) rows.weight()[i];
        }
        return new Examples(rows.rows(), table.transform().featureNames(), rows.features(), labels, weights);
    }

    private static double[] asDoubles(float[] predictions) {
        double[] result = new double[predictions.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = predictions[i];
        }
        return result;
    }
}
