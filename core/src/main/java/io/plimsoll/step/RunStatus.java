package io.plimsoll.step;

/** How far a run has come. {@code SUCCEEDED} says that it concluded; whether a model was registered is its {@link Outcome}. */
public enum RunStatus {
    RUNNING,
    SUCCEEDED,
    FAILED,
    CANCELLED;

    public boolean isFinal() {
        return this != RUNNING;
    }
}
