package io.plimsoll.step;

/** How far a run has come. {@code SUCCEEDED} says that it concluded; whether a model was registered is its {@link Outcome}. */
public enum RunStatus {
    /** It waits for a worker. */
    QUEUED,
    RUNNING,
    /** Its worker or its process ended without a word; it waits for its next attempt. */
    INTERRUPTED,
    SUCCEEDED,
    FAILED,
    CANCELLED;

    public boolean isFinal() {
        return this == SUCCEEDED || this == FAILED || this == CANCELLED;
    }
}
