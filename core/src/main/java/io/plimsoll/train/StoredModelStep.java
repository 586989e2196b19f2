package io.plimsoll.train;

import io.plimsoll.artifact.ModelFiles;
import io.plimsoll.artifact.ModelLoader;
import io.plimsoll.artifact.Predictor;
import io.plimsoll.config.ModelConfig.Weight;
import io.plimsoll.metric.Baseline;
import io.plimsoll.step.RunContext;
import io.plimsoll.step.Step;
import io.plimsoll.step.StepName;
import io.plimsoll.transform.TransformedTable;

/** Stands where {@link TrainStep} stands, with a model that was made before: it is loaded as it lies there, and nothing is fitted. */
public final class StoredModelStep implements Step<TransformedTable, TrainedModel> {
    private final ModelFiles files;
    private final Weight weighting;
    private final ModelLoader loader;

    public StoredModelStep(ModelFiles files, Weight weighting, ModelLoader loader) {
        this.files = files;
        this.weighting = weighting;
        this.loader = loader;
    }

    @Override
    public StepName name() {
        return StepName.TRAIN;
    }

    @Override
    public TrainedModel run(TransformedTable table, RunContext run) {
        Predictor predictor = run.closeAtEnd(loader.load(files));
        Baseline baseline = Baselines.of(
                table.split().training().rows(), table.split().table().roles(), weighting);
        // no trainer is there to hold the graph against; that was done before it was registered
        return new TrainedModel(table, files, predictor, (rows, exported) -> 0, "", baseline);
    }
}
