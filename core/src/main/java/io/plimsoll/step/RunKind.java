package io.plimsoll.step;

import static io.plimsoll.step.StepName.DELIVER;
import static io.plimsoll.step.StepName.EVALUATE;
import static io.plimsoll.step.StepName.PREDICT;
import static io.plimsoll.step.StepName.PREPROCESS;
import static io.plimsoll.step.StepName.READ;
import static io.plimsoll.step.StepName.REGISTER;
import static io.plimsoll.step.StepName.SPLIT;
import static io.plimsoll.step.StepName.TRAIN;
import static io.plimsoll.step.StepName.TRANSFORM;
import static io.plimsoll.step.StepName.VALIDATE;

import java.util.List;

/** What a run is for. */
public enum RunKind {
    /** Makes a model, judges it, and registers it where its verdict allows. */
    TRAINING,
    /** Predicts for new rows with a registered model. */
    SCORING;

    /** The steps that such a run takes: always these, in this order. */
    public List<StepName> steps() {
        return switch (this) {
            case TRAINING -> List.of(READ, PREPROCESS, VALIDATE, SPLIT, TRANSFORM, TRAIN, EVALUATE, REGISTER);
            case SCORING -> List.of(READ, PREPROCESS, VALIDATE, PREDICT, DELIVER);
        };
    }
}
