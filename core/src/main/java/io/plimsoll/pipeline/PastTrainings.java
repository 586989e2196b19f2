package io.plimsoll.pipeline;

import io.plimsoll.config.ConfigLoader;
import io.plimsoll.config.IndicationConfig;
import io.plimsoll.engine.Engine;
import io.plimsoll.engine.EngineLimits;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.step.StepName;
import io.plimsoll.train.Trainers;
import io.plimsoll.workspace.Admission;
import io.plimsoll.workspace.DatasetVersion;
import io.plimsoll.workspace.ModelVersion;
import io.plimsoll.workspace.RunRecord;
import io.plimsoll.workspace.Workspace;
import java.util.List;

/** Finds in a workspace how its versions were made. */
final class PastTrainings {
    private final Engine engine;
    private final Workspace workspace;
    private final Build build;
    private final EngineLimits limits;

    PastTrainings(Engine engine, Workspace workspace, Build build, EngineLimits limits) {
        this.engine = engine;
        this.workspace = workspace;
        this.build = build;
        this.limits = limits;
    }

    /**
     * @throws PlimsollException with {@code NOT_REBUILDABLE} if its run or dataset is not known, or the faults of a config that this
     *     installation cannot follow
     */
    PastTraining of(ModelVersion version) {
        RunRecord run = workspace
                .runs()
                .find(version.runId())
                .orElseThrow(() -> forgotten(version, "its run " + version.runId() + " is not known"));
        DatasetVersion dataset = workspace
                .datasets()
                .ofRun(run.id())
                .orElseThrow(() -> forgotten(version, "its run " + run.id() + " has no dataset"));
        TrainingPlan plan = new TrainingPlan(
                config(run),
                run.modelType(),
                List.of(),
                Admission.byVerdict(run.actor()),
                run.experiment(),
                StepName.REGISTER,
                false,
                limits);
        return new PastTraining(
                plan,
                dataset,
                new RecordedSources(
                        plan,
                        workspace.datasets().sourcesOf(run.id()),
                        workspace.artifacts().model(version.sha256()),
                        engine,
                        workspace),
                new TrainingPipeline(plan, engine, workspace, build));
    }

    private IndicationConfig config(RunRecord run) {
        Trainers trainers = new Trainers(engine.trainers(), engine.columnMath(), limits.threads());
        return new ConfigLoader(trainers.settings(), engine.metrics()).stored(run.config());
    }

    private static PlimsollException forgotten(ModelVersion version, String what) {
        return PlimsollException.of(
                ErrorCode.NOT_REBUILDABLE,
                what + " in this workspace",
                "model " + version.reference(),
                "do it in the workspace in which the model was trained, or train it here");
    }
}
