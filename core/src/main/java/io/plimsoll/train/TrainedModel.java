package io.plimsoll.train;

import io.plimsoll.artifact.ModelFiles;
import io.plimsoll.artifact.Predictor;
import io.plimsoll.data.Dataset;
import io.plimsoll.metric.Baseline;
import io.plimsoll.step.StepOutput;
import io.plimsoll.transform.TransformedTable;
import java.util.Locale;
import java.util.Map;

/**
 * A model folder that is complete but not yet stored, with what is needed to judge it.
 *
 * @param files the model folder
 * @param predictor the same folder, loaded: what scoring will use
 * @param roundTrip holds the graph against the trainer's own predictions
 * @param fitted what the trainer made, in a few words; empty for a model that was not fitted here
 * @param baseline the naive models of the same training rows
 */
public record TrainedModel(
        TransformedTable table,
        ModelFiles files,
        Predictor predictor,
        RoundTrip roundTrip,
        String fitted,
        Baseline baseline)
        implements StepOutput {
    /**
     * Holds the exported model against the library that trained it, on the scale of the training: a scale that is undone by an
     * exponential would make a relative error of what is an absolute one in both libraries.
     */
    @FunctionalInterface
    public interface RoundTrip {
        /**
         * Number of rows on which the two do not agree within {@link io.plimsoll.artifact.Tolerance}.
         *
         * @param rows any that the model was not fitted to
         * @param exported the exported model's predictions for them, in the unit of its output
         */
        int disagreements(Dataset rows, double[] exported);
    }

    @Override
    public String summary() {
        long bytes = files.files().values().stream()
                .mapToLong(content -> content.length)
                .sum();
        return (fitted.isEmpty() ? "" : fitted + "; ")
                + String.format(
                        Locale.ROOT, "model %s, %,d KiB", files.sha256().substring(0, 12), (bytes + 1023) / 1024);
    }

    @Override
    public Object findings() {
        return Map.of(
                "model_sha256", files.sha256(),
                "files", files.files().keySet(),
                "baseline", baseline);
    }
}
