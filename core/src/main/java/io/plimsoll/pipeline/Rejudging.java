package io.plimsoll.pipeline;

import io.plimsoll.artifact.ModelFiles;
import io.plimsoll.engine.Engine;
import io.plimsoll.engine.EngineLimits;
import io.plimsoll.evaluate.Evaluation;
import io.plimsoll.evaluate.Judgement;
import io.plimsoll.step.RunContext;
import io.plimsoll.step.RunListener;
import io.plimsoll.step.StepName;
import io.plimsoll.step.StepStatus;
import io.plimsoll.train.StoredModelStep;
import io.plimsoll.workspace.ModelVersion;
import io.plimsoll.workspace.Workspace;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Judges registered versions again, each by the guardrail and on the rows that its record says, against the opponents of the moment. It is no
 * further attempt: who is judged is counted among the candidates of its rows already. Nothing is trained but, where rows judge in folds, the
 * models of the folds; nothing is written but that it was judged, which is known.
 */
public final class Rejudging {
    private final Engine engine;
    private final Workspace workspace;
    private final InstantSource clock;
    private final EngineLimits limits;
    private final PastTrainings trainings;

    /** @param build the code and machine that judge */
    public Rejudging(Engine engine, Workspace workspace, Build build, InstantSource clock, EngineLimits limits) {
        this.engine = engine;
        this.workspace = workspace;
        this.clock = clock;
        this.limits = limits;
        this.trainings = new PastTrainings(engine, workspace, build, limits);
    }

    /**
     * Judges a version as if its run evaluated it now. Its own files are loaded; an opponent with another SELECT cannot be run, since a
     * snapshot holds no sources. {@link Judgement#champion()} says against which champion.
     *
     * @param version not the champion itself: nothing can be held against its own predictions
     * @throws io.plimsoll.fault.PlimsollException with {@code NOT_REBUILDABLE} if its run or dataset is not known, or
     *     {@code ARTIFACT_DAMAGED} if the snapshot or the model is not what was stored
     */
    public Judgement judge(ModelVersion version) {
        PastTraining past = trainings.of(version);
        ModelFiles stored = workspace.artifacts().model(version.sha256());
        StoredModelStep asRegistered =
                new StoredModelStep(stored, past.plan().model().weight(), engine.loader(limits));
        try (RunContext run = new RunContext(version.runId(), clock, new Unwatched(), (path, content) -> {})) {
            return past.transformed(run)
                    .then(asRegistered)
                    .then(past.pipeline().evaluate(past.pipeline().bench().judgingAgain(version)))
                    .next()
                    .map(Evaluation::judgement)
                    .orElseThrow();
        }
    }

    private static final class Unwatched implements RunListener {
        @Override
        public void started(StepName step) {}

        @Override
        public void ended(StepName step, StepStatus status, Duration took, String summary) {}
    }
}
