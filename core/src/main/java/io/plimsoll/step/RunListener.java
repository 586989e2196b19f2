package io.plimsoll.step;

import io.plimsoll.fault.Fault;
import java.time.Duration;

/** Follows a run. Observes only: nothing that a listener does changes the run. */
public interface RunListener {
    /** Follows nothing. */
    RunListener NONE = new RunListener() {
        @Override
        public void started(StepName step) {}

        @Override
        public void ended(StepName step, StepStatus status, Duration took, String summary) {}
    };

    void started(StepName step);

    default void progressed(StepName step, Progress progress) {}

    /** @param warning of something that ends nothing */
    default void warned(StepName step, Fault warning) {}

    /** @param summary what the step found or made, or why it failed */
    void ended(StepName step, StepStatus status, Duration took, String summary);
}
