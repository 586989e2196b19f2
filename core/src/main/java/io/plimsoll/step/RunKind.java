package io.plimsoll.step;

import java.util.List;

/** What a run is for, and the steps that it takes: always these, in this order. */
public enum RunKind {
    /** Makes a model, judges it, and registers it where its verdict allows. */
    TRAINING(
            StepName.READ,
            StepName.PREPROCESS,
            StepName.VALIDATE,
            StepName.SPLIT,
            StepName.TRANSFORM,
            StepName.TRAIN,
            StepName.EVALUATE,
            StepName.REGISTER),
    /** Predicts for new rows with a registered model. */
    SCORING(StepName.READ, StepName.PREPROCESS, StepName.VALIDATE, StepName.PREDICT, StepName.DELIVER);

    private final List<StepName> steps;

    RunKind(StepName... steps) {
        this.steps = List.of(steps);
    }

    public List<StepName> steps() {
        return steps;
    }
}
