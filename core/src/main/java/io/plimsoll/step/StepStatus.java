package io.plimsoll.step;

/** How far a step has come. */
public enum StepStatus {
    PENDING,
    RUNNING,
    SUCCEEDED,
    FAILED,
    NOT_RUN
}
