package io.plimsoll.pipeline;

import io.plimsoll.artifact.Contract;
import io.plimsoll.artifact.ModelFiles;
import io.plimsoll.artifact.Predictor;
import io.plimsoll.artifact.Tolerance;
import io.plimsoll.data.Dataset;
import io.plimsoll.engine.Engine;
import io.plimsoll.engine.EngineLimits;
import io.plimsoll.evaluate.Agreement;
import io.plimsoll.step.RunContext;
import io.plimsoll.step.RunListener;
import io.plimsoll.train.TrainedModel;
import io.plimsoll.workspace.ModelVersion;
import io.plimsoll.workspace.Workspace;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Trains registered versions again from what their workspace remembers of them, and compares. Registers and changes nothing. */
public final class Rebuilding {
    private static final String MANIFEST = "manifest.json";

    private final Engine engine;
    private final Workspace workspace;
    private final InstantSource clock;
    private final EngineLimits limits;
    private final PastTrainings trainings;

    /** @param build the code and machine that rebuild */
    public Rebuilding(Engine engine, Workspace workspace, Build build, InstantSource clock, EngineLimits limits) {
        this.engine = engine;
        this.workspace = workspace;
        this.clock = clock;
        this.limits = limits;
        this.trainings = new PastTrainings(engine, workspace, build, limits);
    }

    /**
     * Trains a version again, from its dataset version, its config and the seed in it. No source file is read.
     *
     * @throws io.plimsoll.fault.PlimsollException with {@code NOT_REBUILDABLE} if its run or dataset is not known, {@code ARTIFACT_DAMAGED} if
     *     the snapshot or the registered model is not what was stored, or what a step of the training finds
     */
    public Rebuild rebuild(ModelVersion version, RunListener watcher) {
        PastTraining past = trainings.of(version);
        ModelFiles stored = workspace.artifacts().model(version.sha256());
        try (Predictor predictor = engine.loader(limits).load(stored);
                RunContext run = new RunContext(version.runId(), clock, watcher, (path, content) -> {})) {
            TrainedModel rebuilt =
                    past.transformed(run).then(past.pipeline().train()).next().orElseThrow();
            Dataset labelled = rebuilt.split().table().labelled();
            Agreement agreement = Agreement.on(labelled, predictor, rebuilt.predictor());
            Contract then = predictor.contract();
            Contract now = rebuilt.predictor().contract();
            return new Rebuild(
                    version,
                    past.dataset(),
                    likeness(
                            stored.sha256().equals(rebuilt.files().sha256()),
                            agreement.disagreements() == 0 && isSameThreshold(then, now)),
                    rebuilt.files().sha256(),
                    differing(stored, rebuilt.files()),
                    Difference.between(then, now),
                    agreement);
        }
    }

    private static Likeness likeness(boolean sameBytes, boolean sameAnswers) {
        if (sameBytes) {
            return Likeness.IDENTICAL;
        }
        return sameAnswers ? Likeness.EQUAL_WITHIN_TOLERANCE : Likeness.DIFFERENT;
    }

    /** A threshold is one of a model's predictions, so it may be as far off as they may. */
    private static boolean isSameThreshold(Contract stored, Contract rebuilt) {
        Double then = stored.output().threshold();
        Double now = rebuilt.output().threshold();
        if (then == null || now == null) {
            return then == null && now == null;
        }
        return Tolerance.around(new double[] {then}).holds(now, 0);
    }

    private static List<String> differing(ModelFiles stored, ModelFiles rebuilt) {
        SortedSet<String> paths = new TreeSet<>(stored.files().keySet());
        paths.addAll(rebuilt.files().keySet());
        paths.remove(MANIFEST);
        return paths.stream()
                .filter(path ->
                        !Arrays.equals(stored.files().get(path), rebuilt.files().get(path)))
                .toList();
    }
}
