package io.plimsoll.train;

import io.plimsoll.config.ModelConfig;
import io.plimsoll.data.Dataset;
import io.plimsoll.data.Roles;
import io.plimsoll.data.TrainingSet;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.transform.Answers;
import io.plimsoll.transform.ColumnMath;
import io.plimsoll.transform.FeatureEncoder;
import io.plimsoll.transform.FittedTransform;
import io.plimsoll.transform.TrainingTransform;
import io.plimsoll.transform.Transform;

/** Fits a model type's trainer, with its settings, to rows. */
public final class Fitting {
    private final ModelConfig config;
    private final Trainer<?> trainer;
    private final ColumnMath math;
    private final int threads;
    private final Scale scale;

    public Fitting(ModelConfig config, Trainer<?> trainer, ColumnMath math, int threads) {
        this.config = config;
        this.trainer = trainer;
        this.math = math;
        this.threads = threads;
        this.scale = new Scale(config.targetScale());
    }

    ModelConfig config() {
        return config;
    }

    Scale scale() {
        return scale;
    }

    /** What turns rows into features, fitted to rows whose roles may be others than the config's. */
    TrainingTransform transform(TrainingSet training, Roles roles) {
        Answers answers = new Answers(roles, config.task(), config.targetScale(), config.weight());
        return new Transform(config.features(), answers).fit(training);
    }

    FeatureEncoder encoder(FittedTransform transform) {
        return transform.encoder(math);
    }

    /** The rows that a transformation was fitted to. */
    EncodedRows trainingRows(TrainingSet training, Roles roles, TrainingTransform transform) {
        return EncodedRows.readTraining(
                training, roles, encoder(transform.fitted()), transform.outOfFold(), config.weight());
    }

    /** Rows that a transformation was not fitted to. */
    EncodedRows otherRows(Dataset rows, Roles roles, TrainingTransform transform) {
        return EncodedRows.read(rows, roles, encoder(transform.fitted()), config.weight());
    }

    FittedModel fit(EncodedRows rows, FittedTransform transform, TrainingControl.Rounds progress) {
        return fit(trainer, examples(rows, transform), progress);
    }

    private <S extends Record> FittedModel fit(Trainer<S> chosen, Examples examples, TrainingControl.Rounds progress) {
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
