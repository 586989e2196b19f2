package io.plimsoll.pipeline;

import io.plimsoll.engine.Engine;
import io.plimsoll.score.Delivered;
import io.plimsoll.step.RunListener;
import io.plimsoll.workspace.Claim;
import io.plimsoll.workspace.Workspace;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Runs scoring plans, and remembers each run from its first moment to its one end. */
public final class Scorings {
    private final Engine engine;
    private final InstantSource clock;
    private final Supplier<String> runIds;
    private final RunLife<Delivered, ScoringReport> life;

    /** @param runIds gives a new run's id, never the same twice */
    public Scorings(Engine engine, Workspace workspace, InstantSource clock, Supplier<String> runIds) {
        this.engine = engine;
        this.clock = clock;
        this.runIds = runIds;
        this.life = new RunLife<>(workspace, clock);
    }

    /**
     * Runs a plan to its end. What goes wrong is in the report, not thrown.
     *
     * @param delivered takes what was made, unless the run fails
     * @param unexpected takes what no code of ours should have thrown, before it becomes an {@code INTERNAL} fault of the run
     */
    public ScoringReport score(
            ScoringPlan plan, RunListener watcher, Consumer<Delivered> delivered, Consumer<Throwable> unexpected) {
        life.settle();
        return life.live(
                new ScoringRun(plan, runIds.get(), clock),
                (held, run) -> new ScoringPipeline(plan, engine, held).run(run),
                watcher,
                new RunLife.Ends<>(delivered, unexpected));
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
