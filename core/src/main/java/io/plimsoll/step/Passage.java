package io.plimsoll.step;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far a run has come: the last output, or the step at which it was asked to stop.
 *
 * @param <T> what the next step takes
 */
public final class Passage<T> {
    private final RunContext run;
    private final StepName until;
    private final @Nullable T value;
    private final @Nullable StepOutput last;

    private Passage(RunContext run, StepName until, @Nullable T value, @Nullable StepOutput last) {
        this.run = run;
        this.until = until;
        this.value = value;
        this.last = last;
    }

    /** @param until the last step to take */
    public static <T> Passage<T> begin(T input, StepName until, RunContext run) {
        return new Passage<>(run, until, input, null);
    }

    /** A run that has stopped. */
    public static <T> Passage<T> stopped(RunContext run, StepName until, @Nullable StepOutput last) {
        return new Passage<>(run, until, null, last);
    }

    /** Takes a step, tells the listener and stores what it found; does nothing once the run has stopped. */
    public <O extends StepOutput> Passage<O> then(Step<T, O> step) {
        if (value == null) {
            return new Passage<>(run, until, null, last);
        }
        O output = take(step, value);
        return new Passage<>(run, until, step.name() == until ? null : output, output);
    }

    /** The output of the last step taken. */
    public Optional<StepOutput> last() {
        return Optional.ofNullable(last);
    }

    /** What the next step would take; empty once the run has stopped. */
    public Optional<T> next() {
        return Optional.ofNullable(value);
    }

    private <O extends StepOutput> O take(Step<T, O> step, T input) {
        return Taking.take(step.name(), run, () -> {
            O output = step.run(input, run);
            run.findings(output.findings());
            return new Taking.Taken<>(output, StepStatus.SUCCEEDED, output.summary());
        });
    }
}
