package io.plimsoll.train;

import io.plimsoll.artifact.ModelFiles;
import io.plimsoll.artifact.ModelLoader;
import io.plimsoll.artifact.Predictor;
import io.plimsoll.config.ModelConfig.Weight;
import io.plimsoll.metric.Baseline;
import io.plimsoll.split.SplitTable;
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
        Baseline baseline = Baselines.of(
                table.split().training().rows(), table.split().table().roles(), weighting);
        return of(files, table.split(), baseline, loader, run);
    }

    /**
     * The same where all is known that goes with the model: no row is looked at.
     *
     * @param baseline the naive models of its training rows
     */
    public static TrainedModel of(
            ModelFiles files, SplitTable split, Baseline baseline, ModelLoader loader, RunContext run) {
        // no trainer is there to hold the graph against; that was done when it was trained
        Predictor predictor = run.closeAtEnd(loader.load(files));
        return new TrainedModel(split, files, predictor, "", baseline);
    }
}
