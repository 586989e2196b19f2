package io.plimsoll.worker;

import io.plimsoll.workspace.Claim;
import io.plimsoll.workspace.SharedWorkspace;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Claims queued runs and carries them out, several at a time, until it is told to stop. Any number of workers, on any number of machines, may
 * share a workspace.
 */
public final class Worker {
    private static final Duration IDLE = Duration.ofMillis(300);

    private final SharedWorkspace workspace;
    private final RunProcess.Launcher launcher;
    private final Function<Claim, RunLimits> limits;
    private final Terms terms;
    private final InstantSource clock;
    private final CountDownLatch stop = new CountDownLatch(1);

    /** Is told what the worker does. */
    public interface Watch {
        void taken(Claim claim);

        /** The run has ended, or waits again. */
        void left(Claim claim);

        /** What went wrong, with the workspace or with this program; work goes on. */
        void troubled(RuntimeException trouble);
    }

    /**
     * How a worker works.
     *
     * @param name of this worker, for people
     * @param lanes how many runs it carries out at a time
     * @param lease how long after its last sign of life others may take its runs
     */
    public record Terms(String name, int lanes, Duration lease) {}

    /** @param limits what a run may use */
    public Worker(
            SharedWorkspace workspace,
            RunProcess.Launcher launcher,
            Function<Claim, RunLimits> limits,
            Terms terms,
            InstantSource clock) {
        this.workspace = workspace;
        this.launcher = launcher;
        this.limits = limits;
        this.terms = terms;
        this.clock = clock;
    }

    /**
     * Works until told to {@link #stop}, or until there is nothing more to do.
     *
     * @param done asked whenever no run waits; true ends the work
     * @param chores what is done now and then beside, such as what is due by a schedule
     */
    public void work(BooleanSupplier done, Runnable chores, Watch watch) {
        List<Thread> lanes = new ArrayList<>();
        for (int i = 1; i <= terms.lanes(); i++) {
            Thread lane = new Thread(() -> lane(done, watch), "lane-" + i);
            lane.start();
            lanes.add(lane);
        }
        Instant next = clock.instant();
        while (lanes.stream().anyMatch(Thread::isAlive)) {
            if (!clock.instant().isBefore(next)) {
                next = clock.instant().plus(terms.lease().dividedBy(3));
                attempt(workspace.queue()::expire, watch);
                attempt(chores, watch);
            }
            pause();
        }
    }

    /** Lets every lane hand back what it has and end. May be called from another thread. */
    public void stop() {
        stop.countDown();
    }

    private boolean isStopping() {
        return stop.getCount() == 0;
    }

    private void lane(BooleanSupplier done, Watch watch) {
        while (!isStopping()) {
            attempt(
                    () -> {
                        Optional<Claim> claim = workspace.queue().claim(terms.name(), terms.lease());
                        claim.ifPresent(taken -> carryOut(taken, watch));
                        if (claim.isEmpty()) {
                            rest(done);
                        }
                    },
                    watch);
        }
    }

    private void rest(BooleanSupplier done) {
        if (done.getAsBoolean()) {
            stop();
        } else {
            pause();
        }
    }

    private void carryOut(Claim claim, Watch watch) {
        watch.taken(claim);
        new Attempt(workspace, claim, limits.apply(claim), terms.lease(), clock).carryOut(launcher, this::isStopping);
        watch.left(claim);
    }

    /** Neither a workspace that is away for a moment nor a fault of ours ends a worker: its other runs go on. */
    private void attempt(Runnable work, Watch watch) {
        try {
            work.run();
        } catch (RuntimeException e) {
            watch.troubled(e);
            pause();
        }
    }

    private void pause() {
        try {
            stop.await(IDLE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stop();
        }
    }
}
