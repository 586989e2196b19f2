package io.plimsoll.server;

import io.plimsoll.project.OpenProject;
import io.plimsoll.project.work.Chores;
import io.plimsoll.project.work.Couriers;
import io.plimsoll.webhook.Sender;
import io.plimsoll.worker.Worker;
import io.plimsoll.workspace.Claim;
import io.plimsoll.workspace.RunRecord;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** The worker beside the server: carries queued runs out, each in a process of its own, and hands them back when the server stops. */
final class Lanes implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger("plimsoll.lanes");
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final OpenProject project;
    private final Worker worker;
    private final Thread thread;
    private volatile boolean running;

    Lanes(OpenProject project, Worker worker) {
        this.project = project;
        this.worker = worker;
        this.thread = new Thread(this::work, "lanes");
    }

    @Override
    public void start() {
        running = true;
        thread.start();
    }

    private void work() {
        try (Sender sender = Couriers.sender(project)) {
            worker.work(() -> false, new Chores(project, sender), new Told());
        }
    }

    /** Waits until the runs are handed back, since the process ends after this. */
    @Override
    public void stop() {
        running = false;
        worker.stop();
        try {
            thread.join(PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** A line for each run that is taken and left. */
    private final class Told implements Worker.Watch {
        @Override
        public void taken(Claim claim) {
            LOG.info("{} taken", claim.runId());
        }

        @Override
        public void left(Claim claim) {
            project.workspace()
                    .runs()
                    .find(claim.runId())
                    .map(RunRecord::status)
                    .ifPresent(status -> LOG.info("{} left as {}", claim.runId(), status));
        }

        @Override
        public void troubled(RuntimeException trouble) {
            LOG.error("a lane was held up", trouble);
        }
    }
}
