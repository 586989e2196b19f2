package io.plimsoll.pipeline;

import io.plimsoll.fault.Fault;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.step.Progress;
import io.plimsoll.step.RunListener;
import io.plimsoll.step.StepName;
import io.plimsoll.step.StepStatus;
import io.plimsoll.workspace.RunEvent;
import io.plimsoll.workspace.RunEvent.Kind;
import io.plimsoll.workspace.RunEvents;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what happens to a run for those who follow it from elsewhere: at most two writes a second, in a thread of its own, so that a slow
 * database slows no run. What cannot be written is left out: a run is not ended by who watches it.
 */
final class LiveEvents implements RunListener, AutoCloseable {
    static final Duration PAUSE = Duration.ofMillis(500);

    private final String runId;
    private final RunEvents events;
    private final InstantSource clock;
    private final ScheduledExecutorService writer;
    private final List<RunEvent> waiting = new ArrayList<>();
    private long stepBegan;
    private @Nullable ScheduledFuture<?> next;

    LiveEvents(String runId, RunEvents events, InstantSource clock) {
        this.runId = runId;
        this.events = events;
        this.clock = clock;
        this.writer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "live-events");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    public void started(StepName step) {
        stepBegan = clock.millis();
        add(Kind.STEP_STARTED, step, Map.of());
    }

    @Override
    public void progressed(StepName step, Progress progress) {
        double share = progress.share();
        SortedMap<String, Object> facts = new TreeMap<>(Map.of(
                "share",
                share,
                "done",
                progress.done(),
                "all",
                progress.all(),
                "unit",
                progress.unit().name()));
        if (share > 0) {
            double elapsed = (clock.millis() - stepBegan) / 1000.0;
            facts.put("seconds_left", Math.rint(elapsed * (1 - share) / share * 10) / 10);
        }
        add(Kind.PROGRESS, step, facts);
    }

    @Override
    public void warned(StepName step, Fault warning) {
        add(Kind.LOG, step, Map.of("text", warning.warning()));
    }

    @Override
    public void ended(StepName step, StepStatus status, Duration took, String summary) {
        add(Kind.STEP_ENDED, step, Map.of("status", status.name(), "millis", took.toMillis(), "summary", summary));
    }

    void measured(String metric, double value) {
        add(Kind.METRIC, null, new TreeMap<>(Map.of("name", metric, "value", value)));
    }

    private synchronized void add(Kind kind, @Nullable StepName step, Map<String, Object> facts) {
        if (writer.isShutdown()) {
            return;
        }
        if (kind == Kind.PROGRESS) {
            waiting.removeIf(event -> event.kind() == Kind.PROGRESS && event.step() == step);
        }
        waiting.add(new RunEvent(clock.instant(), kind, step, new TreeMap<>(facts)));
        if (next == null) {
            next = writer.schedule(this::write, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void write() {
        List<RunEvent> batch = take();
        if (batch.isEmpty()) {
            return;
        }
        try {
            events.append(runId, batch);
        } catch (PlimsollException e) {
            // the run itself meets the same fault, and says so
            return;
        }
    }

    private synchronized List<RunEvent> take() {
        next = null;
        List<RunEvent> batch = List.copyOf(waiting);
        waiting.clear();
        return batch;
    }

    /** Writes what is left. */
    @Override
    public void close() {
        writer.shutdownNow();
        write();
    }
}
