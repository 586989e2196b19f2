package io.plimsoll.step;

/** How far a step has come. */
public enum StepStatus {
    PENDING,
    RUNNING,
    SUCCEEDED,
    /** Not taken: an earlier run's step had the same inputs, and what it made is what this one would make. */
    REUSED,
    FAILED,
    NOT_RUN;

    /** Whether what the step is to make is there. */
    public boolean isDone() {
        return this == SUCCEEDED || this == REUSED;
    }
}
