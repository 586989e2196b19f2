package io.plimsoll.step;

import java.time.Duration;

/** Follows a run. Observes only: nothing that a listener does changes the run. */
public interface RunListener {
    void started(StepName step);

    /** @param share how much of the step's work is done, 0 to 1 */
    default void progressed(StepName step, double share) {}

    /** @param summary what the step found or made, or why it failed */
    void ended(StepName step, StepStatus status, Duration took, String summary);
}
