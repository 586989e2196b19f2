package io.plimsoll.transform;

import io.plimsoll.split.SplitTable;
import io.plimsoll.step.Later;
import io.plimsoll.step.RunContext;
import io.plimsoll.step.Step;
import io.plimsoll.step.StepName;

/** Fits the transformation on the training rows. */
public final class TransformStep implements Step<SplitTable, TransformedTable> {
    private final Transform transform;

    public TransformStep(Transform transform) {
        this.transform = transform;
    }

    @Override
    public StepName name() {
        return StepName.TRANSFORM;
    }

    @Override
    public TransformedTable run(SplitTable split, RunContext run) {
        return new TransformedTable(split, transform.fit(split.training()));
    }

    /** The same for a step whose result is known: nothing is fitted until somebody asks for it. */
    public TransformedTable again(SplitTable split) {
        return new TransformedTable(split, Later.by(() -> transform.fit(split.training())));
    }
}
