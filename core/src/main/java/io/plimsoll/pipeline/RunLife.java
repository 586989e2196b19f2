package io.plimsoll.pipeline;

import io.plimsoll.canonical.CanonicalJson;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.Fault;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.step.RunContext;
import io.plimsoll.step.RunListener;
import io.plimsoll.upkeep.Settling;
import io.plimsoll.workspace.Workspace;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
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
    private final Workspace workspace;
    private final InstantSource clock;
    private final AtomicReference<@Nullable Undertaking<O, R>> current = new AtomicReference<>();

    RunLife(Workspace workspace, InstantSource clock) {
        this.workspace = workspace;
        this.clock = clock;
    }

    /** What runs do with what they make, and with what no code of ours should have thrown before it becomes an {@code INTERNAL} fault of the run. */
    record Ends<O>(Consumer<O> made, Consumer<Throwable> unexpected) {}

    /** Takes a run to its end. What goes wrong is in the report, not thrown. */
    R live(Undertaking<O, R> run, Function<RunContext, O> work, RunListener watcher, Ends<O> ends) {
        workspace.runs().begin(run.record());
        current.set(run);
        R report = attempt(run, work, watcher, ends);
        if (current.compareAndSet(run, null)) {
            end(run, report);
        }
        return report;
    }

    /** Runs whose process ended without a word are ended before another begins. */
    void settle() {
        new Settling(workspace, clock).settle();
    }

    /** Ends the run that is under way, if any, as CANCELLED; for a process that is about to end. May be called from another thread. */
    void cancel() {
        Undertaking<O, R> run = current.getAndSet(null);
        if (run != null) {
            Fault fault = new Fault(ErrorCode.CANCELLED, "the run was cancelled", "", run.afterCancelling());
            end(run, run.failed(List.of(fault), List.of()));
        }
    }

    private void end(Undertaking<O, R> run, R report) {
        workspace.runs().end(run.ended(report));
        byte[] file = CanonicalJson.indented(report).getBytes(StandardCharsets.UTF_8);
        workspace.artifacts().putEvidence(run.id(), "report.json", file);
    }

    private R attempt(Undertaking<O, R> run, Function<RunContext, O> work, RunListener watcher, Ends<O> ends) {
        RunContext context = new RunContext(
                run.id(),
                clock,
                new RunRecorder(run.id(), workspace.runs(), watcher),
                (path, content) -> workspace.artifacts().putEvidence(run.id(), path, content));
        R report = attempt(run, work, context, ends);
        try {
            context.close();
        } catch (RuntimeException e) {
            // the run has come to its end; what could not be tidied up behind it changes nothing of that
            ends.unexpected().accept(e);
        }
        return report;
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
