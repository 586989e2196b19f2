package io.plimsoll.cli.command;

import io.plimsoll.cli.show.Faults;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.Fault;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.workspace.Claim;
import io.plimsoll.workspace.RunQueue;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Ends this process soon after the run that goes on in it was cancelled from elsewhere: native code cannot be stopped in any other way. */
final class AtLoss implements AutoCloseable {
    private static final Duration PULSE = Duration.ofMillis(700);

    private final RunQueue queue;
    private final Supplier<Optional<Claim>> current;
    private final Faults faults;
    private final Thread watch;

    private AtLoss(RunQueue queue, Supplier<Optional<Claim>> current, Faults faults) {
        this.queue = queue;
        this.current = current;
        this.faults = faults;
        this.watch = new Thread(this::watch, "at-loss");
        this.watch.setDaemon(true);
    }

    /** @param current the claim under which a run goes on just now */
    static AtLoss watch(RunQueue queue, Supplier<Optional<Claim>> current, Faults faults) {
        AtLoss loss = new AtLoss(queue, current, faults);
        loss.watch.start();
        return loss;
    }

    /** Twice in a row, so that a run which is just ending itself may do so. */
    private void watch() {
        @Nullable Claim lost = null;
        while (true) {
            LockSupport.parkNanos(PULSE.toNanos());
            if (Thread.interrupted()) {
                return;
            }
            @Nullable Claim going = current.get().orElse(null);
            if (going == null || isHeld(going)) {
                lost = null;
            } else if (going.equals(lost)) {
                end(going);
            } else {
                lost = going;
            }
        }
    }

    /** A database that is away for a moment says nothing about the run. */
    private boolean isHeld(Claim claim) {
        try {
            return queue.isHeld(claim);
        } catch (PlimsollException e) {
            return true;
        }
    }

    private void end(Claim claim) {
        Fault fault = new Fault(
                ErrorCode.CANCELLED,
                "the run was cancelled",
                "run " + claim.runId(),
                "who did so, and why, says: plimsoll runs show " + claim.runId());
        faults.print(List.of(fault));
        Runtime.getRuntime().halt(ErrorCode.CANCELLED.exit());
    }

    @Override
    public void close() {
        watch.interrupt();
    }
}
