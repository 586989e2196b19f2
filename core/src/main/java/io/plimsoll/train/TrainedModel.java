package io.plimsoll.train;

import io.plimsoll.artifact.ModelFiles;
import io.plimsoll.artifact.Predictor;
import io.plimsoll.metric.Baseline;
import io.plimsoll.split.SplitTable;
import io.plimsoll.step.StepOutput;
import java.util.Locale;
import java.util.Map;

/**
 * A model folder that is complete but not yet stored, with what is needed to judge it.
 *
 * @param files the model folder
 * @param predictor the same folder, loaded: what scoring will use
 * @param fitted what the trainer made, in a few words; empty for a model that was not fitted here
 * @param baseline the naive models of the same training rows
 */
public record TrainedModel(SplitTable split, ModelFiles files, Predictor predictor, String fitted, Baseline baseline)
        implements StepOutput {
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
