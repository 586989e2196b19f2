package io.plimsoll.cli.show;

import io.plimsoll.step.Progress;
import io.plimsoll.step.RunListener;
import io.plimsoll.step.StepName;
import io.plimsoll.step.StepStatus;
import io.plimsoll.workspace.RunEvent;
import java.io.PrintStream;
import java.time.Duration;

/** Shows a stored stream as if the run went on here: steps in the display of steps, everything else as lines. */
public final class EventReplay {
    private final RunListener steps;
    private final PrintStream err;

    public EventReplay(RunListener steps, PrintStream err) {
        this.steps = steps;
        this.err = err;
    }

    public void show(RunEvent event) {
        switch (event.kind()) {
            case STEP_STARTED -> steps.started(step(event));
            case PROGRESS -> steps.progressed(step(event), progress(event));
            case STEP_ENDED ->
                steps.ended(
                        step(event),
                        StepStatus.valueOf(text(event, "status")),
                        Duration.ofMillis((long) number(event, "millis")),
                        text(event, "summary"));
            case STATUS, LOG -> line(event);
            case METRIC -> {
                // they come with the verdict at the end
            }
        }
    }

    private void line(RunEvent event) {
        String status = text(event, "status");
        err.println(status.isEmpty() ? text(event, "text") : status + ": " + text(event, "text"));
    }

    private static StepName step(RunEvent event) {
        StepName step = event.step();
        if (step == null) {
            throw new IllegalArgumentException("an event of a step without its step");
        }
        return step;
    }

    private static Progress progress(RunEvent event) {
        return new Progress(
                (long) number(event, "done"), (long) number(event, "all"), Progress.Unit.valueOf(text(event, "unit")));
    }

    private static String text(RunEvent event, String fact) {
        return String.valueOf(event.facts().getOrDefault(fact, ""));
    }

    private static double number(RunEvent event, String fact) {
        return event.facts().get(fact) instanceof Number number ? number.doubleValue() : 0;
    }
}
