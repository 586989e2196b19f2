package io.plimsoll.pipeline;

import io.plimsoll.preprocess.PreprocessStep;
import io.plimsoll.step.Passage;
import io.plimsoll.step.RunContext;
import io.plimsoll.step.StepName;
import io.plimsoll.transform.TransformedTable;
import io.plimsoll.workspace.DatasetVersion;

/**
 * How a registered version was made, ready to be gone through again: the steps of its config over the rows of its dataset version.
 *
 * @param pipeline gives the steps that are the same for rows from anywhere
 */
record PastTraining(TrainingPlan plan, DatasetVersion dataset, RecordedSources sources, TrainingPipeline pipeline) {
    /** The steps before the one that trains. No source file is read, and nothing is written. */
    Passage<TransformedTable> transformed(RunContext run) {
        return Passage.begin(dataset, StepName.REGISTER, run)
                .then(sources)
                .then(new PreprocessStep(
                        plan.model().data().query(), plan.model().data().key()))
                .then(new RecordedRows(plan.model(), dataset))
                .then(pipeline.split())
                .then(pipeline.transform());
    }
}
