package io.plimsoll.step;

import io.plimsoll.fault.PlimsollException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/** How a run takes a step: the listener hears when it begins and when it ends, whatever the end. */
public final class Taking {
    private Taking() {}

    /**
     * What came of a step.
     *
     * @param status {@code SUCCEEDED} or {@code REUSED}
     * @param summary one line for people
     */
    public record Taken<O>(O output, StepStatus status, String summary) {}

    /** @return the output of what {@code work} gives; what it throws goes on when the listener has heard of it */
    public static <O> O take(StepName step, RunContext run, Supplier<Taken<O>> work) {
        Instant start = run.clock().instant();
        run.enter(step);
        Taken<O> taken = attempt(step, run, start, work);
        run.listener().ended(step, taken.status(), since(start, run), taken.summary());
        return taken.output();
    }

    private static <O> Taken<O> attempt(StepName step, RunContext run, Instant start, Supplier<Taken<O>> work) {
        try {
            return work.get();
        } catch (PlimsollException e) {
            run.listener()
                    .ended(
                            step,
                            StepStatus.FAILED,
                            since(start, run),
                            e.faults().get(0).line());
            throw e;
        } catch (RuntimeException | Error e) {
            run.listener().ended(step, StepStatus.FAILED, since(start, run), "failed unexpectedly");
            throw e;
        }
    }

    private static Duration since(Instant start, RunContext run) {
        return Duration.between(start, run.clock().instant());
    }
}
