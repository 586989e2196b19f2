package io.plimsoll.train;

import io.plimsoll.config.ModelConfig;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.transform.FittedTransform;
import java.util.function.DoubleConsumer;

/** Fits a model type's trainer, with its settings, to rows. */
public final class Fitting {
    private final ModelConfig config;
    private final Trainer<?> trainer;
    private final int threads;
    private final Scale scale;

    public Fitting(ModelConfig config, Trainer<?> trainer, int threads) {
        this.config = config;
        this.trainer = trainer;
        this.threads = threads;
        this.scale = new Scale(config.targetScale());
    }

    ModelConfig config() {
        return config;
    }

    Scale scale() {
        return scale;
    }

    /** @param progress takes the share of the work that is done, 0 to 1 */
    FittedModel fit(EncodedRows rows, FittedTransform transform, DoubleConsumer progress) {
        return fit(trainer, examples(rows, transform), progress);
    }

    /**
     * What a model that is fitted to some rows, and thrown away, predicts for others.
     *
     * <p><b>Units</b>: the target's own unit, or the probability of class 1.
     */
    public double[] predictions(EncodedRows training, EncodedRows others, FittedTransform transform) {
        try (FittedModel model = fit(training, transform, share -> {})) {
            return scale.inOwnUnit(model.predict(others.features(), others.rows()));
        }
    }

    private <S extends Record> FittedModel fit(Trainer<S> chosen, Examples examples, DoubleConsumer progress) {
        if (!chosen.settingsType().isInstance(config.settings())) {
            throw PlimsollException.of(
                    ErrorCode.INTERNAL, "settings of another trainer than " + chosen.name(), "", "report this");
        }
        S settings = chosen.settingsType().cast(config.settings());
        TrainableExamples.require(examples, config.task(), chosen.name());
        return chosen.fit(examples, config.task(), settings, new TrainingControl(config.seed(), threads, progress));
    }

    private Examples examples(EncodedRows rows, FittedTransform transform) {
        float[] labels = new float[rows.rows()];
        float[] weights = new float[rows.rows()];
        for (int i = 0; i < rows.rows(); i++) {
            labels[i] = scale.fitted(rows.target()[i]);
            weights[i] = (float) rows.weight()[i];
        }
        return new Examples(rows.rows(), transform.featureNames(), rows.features(), labels, weights, rows.group());
    }
}
