package io.plimsoll.server.runs;

import io.plimsoll.project.OpenProject;
import io.plimsoll.server.fault.Discretion;
import io.plimsoll.server.fault.Refusal;
import io.plimsoll.server.security.Caller;
import io.plimsoll.step.RunStatus;
import io.plimsoll.workspace.RunEvent;
import io.plimsoll.workspace.RunRecord;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Sends what happens to runs to those who follow them, each in a thread of his own, so that a slow one holds up nobody. An answer ends with its run, when the
 * server stops, or when whoever follows may not any more; a client then comes back and says which event was the last that it has seen.
 */
public final class LiveRuns implements SmartLifecycle {
    /** So many follow at a time; the next one is told to come back. */
    static final int MOST_FOLLOWERS = 256;

    private static final Logger LOG = LoggerFactory.getLogger("plimsoll.live");
    private static final Duration PULSE = Duration.ofMillis(500);
    private static final int PULSES_BETWEEN_SIGNS = 20;
    private static final int PULSES_BETWEEN_LOOKS = 10;
    private static final int BATCH = 200;
    private static final int TOO_MANY = 429;
    private static final long IDLE_SECONDS = 10;

    private final OpenProject project;
    private final Discretion discretion;
    private final ExecutorService threads;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile boolean running;

    public LiveRuns(OpenProject project, Discretion discretion) {
        this.project = project;
        this.discretion = discretion;
        this.threads = new ThreadPoolExecutor(
                0, MOST_FOLLOWERS, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), LiveRuns::thread);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "follower");
        thread.setDaemon(true);
        return thread;
    }

    /** @param after the last event that the client has seen; 0 for none */
    SseEmitter follow(String run, long after, Caller caller) {
        SseEmitter emitter = new SseEmitter(0L);
        try {
            threads.execute(() -> send(run, after, caller, emitter));
        } catch (RejectedExecutionException e) {
            throw Refusal.of(
                    TOO_MANY,
                    "TOO_MANY_FOLLOWERS",
                    "too many follow runs just now",
                    "ask for the events as JSON, or later");
        }
        return emitter;
    }

    private void send(String run, long after, Caller caller, SseEmitter emitter) {
        try {
            sendAll(run, after, caller, emitter);
            emitter.complete();
        } catch (IOException | IllegalStateException e) {
            LOG.debug("whoever followed {} has gone", run, e);
            emitter.completeWithError(e);
        } catch (RuntimeException e) {
            LOG.error("a run cannot be followed", e);
            emitter.complete();
        }
    }

    private void sendAll(String run, long after, Caller caller, SseEmitter emitter) throws IOException {
        Sent sent = new Sent(after, true);
        for (int pulse = 1; running; pulse++) {
            // read before the events: what happened until the end is among them then
            RunStatus status = sent.status() || pulse % PULSES_BETWEEN_LOOKS == 0 ? status(run) : RunStatus.RUNNING;
            sent = sendNew(run, sent.last(), emitter);
            if (status.isFinal()) {
                emitter.send(SseEmitter.event().name("end").data(new End(run, status), MediaType.APPLICATION_JSON));
                return;
            }
            if (pulse % PULSES_BETWEEN_SIGNS == 0) {
                if (!caller.isStillKnown()) {
                    return;
                }
                emitter.send(SseEmitter.event().comment("still there"));
            }
            if (!sent.status()) {
                pause();
            }
        }
    }

    /**
     * How far a follower is.
     *
     * @param last the last event that he was sent
     * @param status whether the run's status may have changed
     */
    private record Sent(long last, boolean status) {}

    private RunStatus status(String run) {
        return project.workspace().runs().find(run).map(RunRecord::status).orElse(RunStatus.FAILED);
    }

    /** The last event of a stream: nothing more will happen to the run. */
    record End(String run, RunStatus status) {}

    private Sent sendNew(String run, long known, SseEmitter emitter) throws IOException {
        long last = known;
        boolean status = false;
        List<RunEvent.Numbered> batch;
        do {
            batch = project.workspace().runEvents().after(run, last, BATCH);
            for (RunEvent.Numbered numbered : batch) {
                emitter.send(SseEmitter.event()
                        .id(String.valueOf(numbered.sequence()))
                        .name(numbered.event().kind().name().toLowerCase(Locale.ROOT))
                        .data(EventResource.of(numbered, discretion), MediaType.APPLICATION_JSON));
                last = numbered.sequence();
                status |= numbered.event().kind() == RunEvent.Kind.STATUS;
            }
        } while (batch.size() == BATCH);
        return new Sent(last, status);
    }

    private void pause() {
        try {
            stopped.await(PULSE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void start() {
        running = true;
    }

    /** Before the server waits for its answers to end. */
    @Override
    public void stop() {
        running = false;
        stopped.countDown();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
