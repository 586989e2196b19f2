package io.plimsoll.cli.show;

import io.plimsoll.project.surroundings.Surroundings;
import io.plimsoll.step.Progress;
import io.plimsoll.step.RunKind;
import io.plimsoll.step.RunListener;
import io.plimsoll.step.StepName;
import io.plimsoll.step.StepStatus;
import java.time.Duration;

/** Shows a run's steps while they happen: live in a terminal, line by line elsewhere. */
public final class StepDisplay implements RunListener, AutoCloseable {
    private static final int USUAL_WIDTH = 80;

    private final RunListener shown;
    private final AutoCloseable end;

    private StepDisplay(RunListener shown, AutoCloseable end) {
        this.shown = shown;
        this.end = end;
    }

    /** @param label the model type where several are trained; else empty */
    public static StepDisplay of(Surroundings surroundings, RunKind kind, String label) {
        if (!surroundings.terminal()) {
            return new StepDisplay(new PlainSteps(surroundings.err(), kind, label), () -> {});
        }
        Style style = Style.of(surroundings);
        if (!label.isEmpty()) {
            surroundings.err().println(style.bold(label));
        }
        LiveSteps live =
                new LiveSteps(surroundings.err(), style, surroundings.clock(), width(surroundings), kind.steps());
        return new StepDisplay(live, live);
    }

    @Override
    public void started(StepName step) {
        shown.started(step);
    }

    @Override
    public void progressed(StepName step, Progress progress) {
        shown.progressed(step, progress);
    }

    @Override
    public void ended(StepName step, StepStatus status, Duration took, String summary) {
        shown.ended(step, status, took, summary);
    }

    @Override
    public void close() {
        try {
            end.close();
        } catch (Exception e) {
            throw new IllegalStateException("the display of steps could not be closed", e);
        }
    }

    private static int width(Surroundings surroundings) {
        try {
            int columns = Integer.parseInt(surroundings.environment().getOrDefault(Surroundings.TERMINAL_WIDTH, ""));
            return columns < 20 ? USUAL_WIDTH : columns;
        } catch (NumberFormatException e) {
            return USUAL_WIDTH;
        }
    }
}
