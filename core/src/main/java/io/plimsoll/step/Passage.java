package io.plimsoll.step;

import io.plimsoll.canonical.CanonicalJson;
import io.plimsoll.fault.PlimsollException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
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
        Instant start = run.clock().instant();
        run.enter(step.name());
        try {
            O output = step.run(input, run);
            byte[] findings = CanonicalJson.indented(output.findings()).getBytes(StandardCharsets.UTF_8);
            run.evidence("findings.json", findings);
            run.listener().ended(step.name(), StepStatus.SUCCEEDED, since(start), output.summary());
            return output;
        } catch (PlimsollException e) {
            run.listener()
                    .ended(
                            step.name(),
                            StepStatus.FAILED,
                            since(start),
                            e.faults().get(0).line());
            throw e;
        } catch (RuntimeException | Error e) {
            run.listener().ended(step.name(), StepStatus.FAILED, since(start), "failed unexpectedly");
            throw e;
        }
    }

    private Duration since(Instant start) {
        return Duration.between(start, run.clock().instant());
    }
}
