package io.plimsoll.cli.show;

import io.plimsoll.step.Progress;
import io.plimsoll.step.RunListener;
import io.plimsoll.step.StepName;
import io.plimsoll.step.StepStatus;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Timer;
import java.util.TimerTask;
import org.jspecify.annotations.Nullable;

/** The list of steps, drawn again in place several times a second: for a person at a terminal. */
public final class LiveSteps implements RunListener, AutoCloseable {
    private static final long REDRAW_MILLIS = 120;
    private static final int BAR = 20;

    private final PrintStream err;
    private final Style style;
    private final Clock clock;
    private final int width;
    private final Map<StepName, String> lines = new EnumMap<>(StepName.class);
    private final Timer redraw = new Timer("live-steps", true);
    private @Nullable StepName running;
    private Instant since;
    private @Nullable Progress progress;
    private boolean drawn;

    /** @param width columns of the terminal; longer lines are cut, since a wrapped line could not be drawn over */
    public LiveSteps(PrintStream err, Style style, Clock clock, int width, List<StepName> steps) {
        this.err = err;
        this.style = style;
        this.clock = clock;
        this.width = width;
        this.since = clock.instant();
        for (StepName step : steps) {
            lines.put(step, style.faint("· " + step.label()));
        }
        redraw.schedule(
                new TimerTask() {
                    @Override
                    public void run() {
                        draw();
                    }
                },
                0,
                REDRAW_MILLIS);
    }

    @Override
    public synchronized void started(StepName step) {
        running = step;
        since = clock.instant();
        progress = null;
    }

    @Override
    public synchronized void progressed(StepName step, Progress far) {
        progress = far;
    }

    @Override
    public synchronized void ended(StepName step, StepStatus status, Duration took, String summary) {
        String mark = status.isDone() ? style.good(status == StepStatus.REUSED ? "↺" : "✓") : style.bad("✗");
        String said = status == StepStatus.REUSED ? "reused: " + summary : summary;
        String rest = cut(String.format(Locale.ROOT, "%-10s %6.2f s  %s", step.label(), seconds(took), said));
        lines.put(step, mark + " " + rest);
        running = null;
        draw();
    }

    @Override
    public void close() {
        redraw.cancel();
        draw();
    }

    private synchronized void draw() {
        StringBuilder text = new StringBuilder(drawn ? "\u001b[" + lines.size() + "A" : "");
        for (Map.Entry<StepName, String> line : lines.entrySet()) {
            text.append("\r\u001b[2K").append(line.getKey() == running ? running(line.getKey()) : line.getValue());
            text.append('\n');
        }
        err.print(text);
        err.flush();
        drawn = true;
    }

    private String running(StepName step) {
        double elapsed = seconds(Duration.between(since, clock.instant()));
        String line = String.format(Locale.ROOT, "%-10s %6.2f s  %s", step.label(), elapsed, bar());
        return style.unsure("▸") + " " + style.bold(cut(line));
    }

    private String bar() {
        if (progress == null || progress.done() == 0) {
            return "";
        }
        int full = (int) Math.round(progress.share() * BAR);
        return "█".repeat(full)
                + "░".repeat(BAR - full)
                + String.format(Locale.ROOT, " %3.0f %%  %s", progress.share() * 100, progress);
    }

    private String cut(String line) {
        int most = width - 3;
        return line.length() <= most ? line : line.substring(0, Math.max(0, most - 1)) + "…";
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
