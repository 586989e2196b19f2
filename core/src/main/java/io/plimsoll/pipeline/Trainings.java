package io.plimsoll.pipeline;

import io.plimsoll.engine.Engine;
import io.plimsoll.step.RunListener;
import io.plimsoll.step.StepOutput;
import io.plimsoll.workspace.Claim;
import io.plimsoll.workspace.Workspace;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Runs training plans, and remembers each run from its first moment to its one end. */
public final class Trainings {
    private final Engine engine;
    private final Build build;
    private final InstantSource clock;
    private final Supplier<String> runIds;
    private final RunLife<StepOutput, RunReport> life;

    /** @param runIds gives a new run's id, never the same twice */
    public Trainings(Engine engine, Workspace workspace, Build build, InstantSource clock, Supplier<String> runIds) {
        this.engine = engine;
        this.build = build;
        this.clock = clock;
        this.runIds = runIds;
        this.life = new RunLife<>(workspace, clock);
    }

    /**
     * Runs a plan to its end. What goes wrong is in the report, not thrown, so that one model type cannot stop another.
     *
     * @param last takes what the last step made, unless the run fails
     * @param unexpected takes what no code of ours should have thrown, before it becomes an {@code INTERNAL} fault of the run
     */
    public RunReport train(
            TrainingPlan plan, RunListener watcher, Consumer<StepOutput> last, Consumer<Throwable> unexpected) {
        life.settle();
        return life.live(
                new RunningRun(plan, runIds.get(), clock),
                (held, run) -> new TrainingPipeline(plan, engine, held, build).run(run),
                watcher,
                new RunLife.Ends<>(last, unexpected));
    }

    /**
     * Carries a queued run on to its end, under a claim. One that an earlier attempt has registered is done.
     *
     * @throws io.plimsoll.fault.PlimsollException with {@code CLAIM_LOST} or {@code CANCELLED} if it is lost already
     */
    public RunReport carryOn(Claim claim, TrainingPlan plan, RunListener watcher, Consumer<Throwable> unexpected) {
        return life.carryOn(
                claim,
                new RunningRun(plan, claim.runId(), clock),
                (held, run) -> new TrainingPipeline(plan, engine, held, build).run(run),
                watcher,
                new RunLife.Ends<>(made -> {}, unexpected));
    }

    /** The claim under which a run is under way just now, if one is. May be called from another thread. */
    public Optional<Claim> current() {
        return life.current();
    }

    /** Ends the run that is under way, if any, as CANCELLED; for a process that is about to end. May be called from another thread. */
    public void cancel() {
        life.cancel();
    }
}
