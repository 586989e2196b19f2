package io.plimsoll.cli.show;

import io.plimsoll.step.RunKind;
import io.plimsoll.step.RunListener;
import io.plimsoll.step.StepName;
import io.plimsoll.step.StepStatus;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** One line a step, when it has ended: for logs and pipes. */
public final class PlainSteps implements RunListener {
    private final PrintStream err;
    private final RunKind kind;
    private final String label;

    /** @param label which run it is, put before every line; may be empty */
    public PlainSteps(PrintStream err, RunKind kind, String label) {
        this.err = err;
        this.kind = kind;
        this.label = label.isEmpty() ? "" : label + "  ";
    }

    @Override
    public void started(StepName step) {}

    @Override
    public void ended(StepName step, StepStatus status, Duration took, String summary) {
        String mark = status == StepStatus.SUCCEEDED ? "" : status + ": ";
        err.println(String.format(
                Locale.ROOT,
                "%s%d/%d %-10s %6.2f s  %s%s",
                label,
                step.number(),
                kind.steps().size(),
                step.label(),
                took.toMillis() / 1000.0,
                mark,
                summary));
    }
}
