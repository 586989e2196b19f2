package io.plimsoll.pipeline;

import io.plimsoll.engine.Engine;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.Fault;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.step.RunContext;
import io.plimsoll.step.RunListener;
import io.plimsoll.step.StepOutput;
import io.plimsoll.upkeep.Settling;
import io.plimsoll.workspace.Workspace;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs training plans, and remembers each run from its first moment to its one end. */
public final class Trainings {
    private final Engine engine;
    private final Workspace workspace;
    private final Build build;
    private final InstantSource clock;
    private final Supplier<String> runIds;

    private final AtomicReference<@Nullable RunningRun> current = new AtomicReference<>();

    /** @param runIds gives a new run's id, never the same twice */
    public Trainings(Engine engine, Workspace workspace, Build build, InstantSource clock, Supplier<String> runIds) {
        this.engine = engine;
        this.workspace = workspace;
        this.build = build;
        this.clock = clock;
        this.runIds = runIds;
    }

    /**
     * Runs a plan to its end. What goes wrong is in the report, not thrown, so that one model type cannot stop another.
     *
     * @param last takes what the last step made, unless the run fails
     * @param unexpected takes what no code of ours should have thrown, before it becomes an {@code INTERNAL} fault of the run
     */
    public RunReport train(
            TrainingPlan plan, RunListener watcher, Consumer<StepOutput> last, Consumer<Throwable> unexpected) {
        new Settling(workspace, clock).settle();
        RunningRun started = new RunningRun(plan, runIds.get(), clock);
        workspace.runs().begin(started.record());
        current.set(started);
        RunReport report = attempt(started, watcher, last, unexpected);
        if (current.compareAndSet(started, null)) {
            end(started, report);
        }
        return report;
    }

    /** Ends the run that is under way, if any, as CANCELLED; for a process that is about to end. May be called from another thread. */
    public void cancel() {
        RunningRun started = current.getAndSet(null);
        if (started != null) {
            Fault fault =
                    new Fault(ErrorCode.CANCELLED, "the run was cancelled", "", "train again; nothing was registered");
            end(started, started.failed(List.of(fault), List.of()));
        }
    }

    private void end(RunningRun started, RunReport report) {
        workspace.runs().end(started.ended(report));
        workspace.artifacts().putEvidence(started.id(), "report.json", Reports.file(report));
    }

    private RunReport attempt(
            RunningRun started, RunListener watcher, Consumer<StepOutput> last, Consumer<Throwable> unexpected) {
        RunContext run = new RunContext(
                started.id(),
                clock,
                new RunRecorder(started.id(), workspace.runs(), watcher),
                (path, content) -> workspace.artifacts().putEvidence(started.id(), path, content));
        RunReport report = attempt(started, run, last, unexpected);
        try {
            run.close();
        } catch (RuntimeException e) {
            // the run has come to its end; what could not be tidied up behind it changes nothing of that
            unexpected.accept(e);
        }
        return report;
    }

    private RunReport attempt(
            RunningRun started, RunContext run, Consumer<StepOutput> last, Consumer<Throwable> unexpected) {
        try {
            StepOutput output = new TrainingPipeline(started.plan(), engine, workspace, build).run(run);
            last.accept(output);
            return started.succeeded(output, run.warnings());
        } catch (PlimsollException e) {
            return started.failed(e.faults(), run.warnings());
        } catch (RuntimeException | Error e) {
            unexpected.accept(e);
            return started.failed(List.of(Unexpected.fault(e)), run.warnings());
        }
    }
}
