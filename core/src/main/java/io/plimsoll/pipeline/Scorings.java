package io.plimsoll.pipeline;

import io.plimsoll.canonical.CanonicalJson;
import io.plimsoll.engine.Engine;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.Fault;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.score.Delivered;
import io.plimsoll.step.RunContext;
import io.plimsoll.step.RunListener;
import io.plimsoll.upkeep.Settling;
import io.plimsoll.workspace.Workspace;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs scoring plans, and remembers each run from its first moment to its one end. */
public final class Scorings {
    private final Engine engine;
    private final Workspace workspace;
    private final InstantSource clock;
    private final Supplier<String> runIds;

    private final AtomicReference<@Nullable ScoringRun> current = new AtomicReference<>();

    /** @param runIds gives a new run's id, never the same twice */
    public Scorings(Engine engine, Workspace workspace, InstantSource clock, Supplier<String> runIds) {
        this.engine = engine;
        this.workspace = workspace;
        this.clock = clock;
        this.runIds = runIds;
    }

    /**
     * Runs a plan to its end. What goes wrong is in the report, not thrown.
     *
     * @param delivered takes what was made, unless the run fails
     * @param unexpected takes what no code of ours should have thrown, before it becomes an {@code INTERNAL} fault of the run
     */
    public ScoringReport score(
            ScoringPlan plan, RunListener watcher, Consumer<Delivered> delivered, Consumer<Throwable> unexpected) {
        new Settling(workspace, clock).settle();
        ScoringRun started = new ScoringRun(plan, runIds.get(), clock);
        workspace.runs().begin(started.record());
        current.set(started);
        ScoringReport report = attempt(started, watcher, delivered, unexpected);
        if (current.compareAndSet(started, null)) {
            end(started, report);
        }
        return report;
    }

    /** Ends the run that is under way, if any, as CANCELLED; for a process that is about to end. May be called from another thread. */
    public void cancel() {
        ScoringRun started = current.getAndSet(null);
        if (started != null) {
            Fault fault =
                    new Fault(ErrorCode.CANCELLED, "the run was cancelled", "", "score again; nothing was delivered");
            end(started, started.failed(List.of(fault), List.of()));
        }
    }

    private void end(ScoringRun started, ScoringReport report) {
        workspace.runs().end(started.ended(report));
        workspace
                .artifacts()
                .putEvidence(
                        started.id(),
                        "report.json",
                        CanonicalJson.indented(report).getBytes(StandardCharsets.UTF_8));
    }

    private ScoringReport attempt(
            ScoringRun started, RunListener watcher, Consumer<Delivered> delivered, Consumer<Throwable> unexpected) {
        RunContext run = new RunContext(
                started.id(),
                clock,
                new RunRecorder(started.id(), workspace.runs(), watcher),
                (path, content) -> workspace.artifacts().putEvidence(started.id(), path, content));
        ScoringReport report = attempt(started, run, delivered, unexpected);
        try {
            run.close();
        } catch (RuntimeException e) {
            // the run has come to its end; what could not be tidied up behind it changes nothing of that
            unexpected.accept(e);
        }
        return report;
    }

    private ScoringReport attempt(
            ScoringRun started, RunContext run, Consumer<Delivered> delivered, Consumer<Throwable> unexpected) {
        try {
            Delivered made = new ScoringPipeline(started.plan(), engine, workspace).run(run);
            delivered.accept(made);
            return started.succeeded(made, run.warnings());
        } catch (PlimsollException e) {
            return started.failed(e.faults(), run.warnings());
        } catch (RuntimeException | Error e) {
            unexpected.accept(e);
            return started.failed(List.of(Unexpected.fault(e)), run.warnings());
        }
    }
}
