package io.plimsoll.pipeline;

import io.plimsoll.canonical.CanonicalJson;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.Fault;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.step.RunContext;
import io.plimsoll.step.RunListener;
import io.plimsoll.upkeep.Settling;
import io.plimsoll.workspace.Claim;
import io.plimsoll.workspace.SharedWorkspace;
import io.plimsoll.workspace.Workspace;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Remembers each run from its first moment to its one end. One is under way at a time.
 *
 * @param <O> what the last step of a run makes
 * @param <R> what a run reports
 */
final class RunLife<O, R> {
    private static final Set<ErrorCode> LOST =
            Set.of(ErrorCode.CANCELLED, ErrorCode.CLAIM_LOST, ErrorCode.ALREADY_EXISTS);

    private final Workspace workspace;
    private final InstantSource clock;
    private final AtomicReference<@Nullable Going<O, R>> current = new AtomicReference<>();

    RunLife(Workspace workspace, InstantSource clock) {
        this.workspace = workspace;
        this.clock = clock;
    }

    /** A run that goes on, and by what right. */
    private record Going<O, R>(Claim claim, Undertaking<O, R> run) {}

    /** What runs do with what they make, and with what no code of ours should have thrown before it becomes an {@code INTERNAL} fault of the run. */
    record Ends<O>(Consumer<O> made, Consumer<Throwable> unexpected) {}

    /** What a run does, in a workspace that takes its writes for as long as it may go on. */
    interface Work<O> {
        O in(Workspace held, RunContext run);
    }

    /** Begins a run and takes it to its end. What goes wrong is in the report, not thrown. */
    R live(Undertaking<O, R> run, Work<O> work, RunListener watcher, Ends<O> ends) {
        workspace.runs().begin(run.record());
        return carryOn(Claim.unqueued(run.id()), run, work, watcher, ends);
    }

    /** Takes a run that was begun before to its end, under a claim. */
    R carryOn(Claim claim, Undertaking<O, R> run, Work<O> work, RunListener watcher, Ends<O> ends) {
        Workspace held = workspace.under(claim);
        Going<O, R> going = new Going<>(claim, run);
        current.set(going);
        R report;
        try (LiveEvents events = new LiveEvents(run.id(), held.runEvents(), clock)) {
            RunContext context = new RunContext(
                    run.id(),
                    clock,
                    new RunRecorder(run.id(), held.runs(), watcher, events),
                    (path, content) -> evidence(claim, path, content));
            report = attempt(run, at -> work.in(held, at), context, ends);
            close(context, ends);
            run.metrics(report).forEach(events::measured);
        }
        if (current.compareAndSet(going, null)) {
            end(held, run, report);
        }
        return report;
    }

    /** Runs whose process ended without a word are ended before another begins. */
    void settle() {
        new Settling(workspace, clock).settle();
    }

    /** Ends the run that is under way, if any, as CANCELLED; for a process that is about to end. May be called from another thread. */
    void cancel() {
        Going<O, R> going = current.getAndSet(null);
        if (going != null) {
            Undertaking<O, R> run = going.run();
            Fault fault = new Fault(ErrorCode.CANCELLED, "the run was cancelled", "", run.afterCancelling());
            end(workspace, run, run.failed(List.of(fault), List.of()));
        }
    }

    /** The claim under which a run goes on just now, if one does. */
    Optional<Claim> current() {
        return Optional.ofNullable(current.get()).map(Going::claim);
    }

    /** A run that others have ended, or taken over, stays as they left it. */
    private void end(Workspace held, Undertaking<O, R> run, R report) {
        try {
            held.runs().end(run.ended(report));
        } catch (PlimsollException e) {
            if (LOST.contains(e.code())) {
                return;
            }
            throw e;
        }
        byte[] file = CanonicalJson.indented(report).getBytes(StandardCharsets.UTF_8);
        held.artifacts().putEvidence(run.id(), "report.json", file);
    }

    /** Files have no transactions: whether the run may still go on is asked right before. */
    private void evidence(Claim claim, String path, byte[] content) {
        if (workspace instanceof SharedWorkspace shared && !shared.queue().isHeld(claim)) {
            throw PlimsollException.of(
                    ErrorCode.CLAIM_LOST,
                    "the run was cancelled, or given to another worker",
                    "run " + claim.runId(),
                    "see how it goes on with: plimsoll runs show " + claim.runId());
        }
        workspace.artifacts().putEvidence(claim.runId(), path, content);
    }

    private void close(RunContext context, Ends<O> ends) {
        try {
            context.close();
        } catch (RuntimeException e) {
            // the run has come to its end; what could not be tidied up behind it changes nothing of that
            ends.unexpected().accept(e);
        }
    }

    private R attempt(Undertaking<O, R> run, Function<RunContext, O> work, RunContext context, Ends<O> ends) {
        try {
            O made = work.apply(context);
            ends.made().accept(made);
            return run.succeeded(made, context.warnings());
        } catch (PlimsollException e) {
            return run.failed(e.faults(), context.warnings());
        } catch (RuntimeException | Error e) {
            ends.unexpected().accept(e);
            return run.failed(List.of(internal(e)), context.warnings());
        }
    }

    private static Fault internal(Throwable cause) {
        boolean memory = cause instanceof OutOfMemoryError;
        String what = memory
                ? "the run ran out of memory"
                : "Plimsoll failed (" + cause.getClass().getSimpleName() + ")";
        String help = memory
                ? "give it more, as with PLIMSOLL_JAVA_OPTS=-Xmx8g, or take fewer rows or features"
                : "run again with --debug and report the stack trace";
        return new Fault(ErrorCode.INTERNAL, what, "", help);
    }
}
