package io.plimsoll.pipeline;

import io.plimsoll.canonical.CanonicalJson;
import io.plimsoll.config.ConfigLoader;
import io.plimsoll.data.Partition;
import io.plimsoll.engine.Engine;
import io.plimsoll.evaluate.Bench;
import io.plimsoll.evaluate.EvaluateStep;
import io.plimsoll.evaluate.Recipes;
import io.plimsoll.preprocess.PreprocessStep;
import io.plimsoll.read.ReadStep;
import io.plimsoll.register.RegisterStep;
import io.plimsoll.split.SplitStep;
import io.plimsoll.step.Passage;
import io.plimsoll.step.RunContext;
import io.plimsoll.step.StepOutput;
import io.plimsoll.train.Fitting;
import io.plimsoll.train.ModelIdentity;
import io.plimsoll.train.TrainStep;
import io.plimsoll.train.Trainers;
import io.plimsoll.transform.Transform;
import io.plimsoll.transform.TransformStep;
import io.plimsoll.validate.ValidateStep;
import io.plimsoll.workspace.Workspace;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;

/** The story of a training run: eight steps, each taking what the one before it made. */
final class TrainingPipeline {
    private final TrainingPlan plan;
    private final Engine engine;
    private final Workspace workspace;
    private final Build build;

    TrainingPipeline(TrainingPlan plan, Engine engine, Workspace workspace, Build build) {
        this.plan = plan;
        this.engine = engine;
        this.workspace = workspace;
        this.build = build;
    }

    /** What the last step gave: a registration, or less if the plan stops before. */
    StepOutput run(RunContext run) {
        Path scratch = workspace.artifacts().scratch();
        return Passage.begin(plan.sources(), plan.until(), run)
                .then(new ReadStep(engine.reader(scratch, plan.limits())))
                .then(new PreprocessStep(
                        plan.model().data().query(), plan.model().data().key()))
                .then(new ValidateStep(
                        plan.config().indication(),
                        plan.model(),
                        () -> new ChampionData(engine, workspace, scratch).of(plan),
                        workspace,
                        scratch))
                .then(split())
                .then(transform())
                .then(train())
                .then(evaluate(bench()))
                .then(register())
                .last()
                .orElseThrow();
    }

    private RegisterStep register() {
        return new RegisterStep(
                plan.modelName(), workspace, plan.model().guardrail().mode(), plan.admission(), tags());
    }

    SplitStep split() {
        return new SplitStep(partition(), plan.model().task());
    }

    TransformStep transform() {
        return new TransformStep(Transform.of(plan.model()));
    }

    TrainStep train() {
        ModelIdentity identity = new ModelIdentity(
                plan.modelName(), plan.config().trainingDigest(plan.modelType()), versions(), build.platform());
        return new TrainStep(identity, fitting(), engine.loader(plan.limits()));
    }

    EvaluateStep evaluate(Bench bench) {
        return new EvaluateStep(plan.model(), bench, fitting());
    }

    private Fitting fitting() {
        return trainers().fitting(plan.model());
    }

    private Trainers trainers() {
        return new Trainers(
                engine.trainers(), engine.columnMath(), plan.limits().threads());
    }

    Bench bench() {
        return new Bench(
                plan.modelName(),
                plan.model().guardrail().guardrail(),
                workspace,
                engine.loader(plan.limits()),
                new Recipes(
                        workspace.runs()::find, new ConfigLoader(trainers().settings(), engine.metrics()), trainers()));
    }

    private Partition partition() {
        return plan.model().split().partition(plan.model().data().group());
    }

    private SortedMap<String, String> versions() {
        SortedMap<String, String> versions = new TreeMap<>(libraries());
        versions.put("plimsoll", build.version());
        return versions;
    }

    private SortedMap<String, String> libraries() {
        return engine.versions(plan.model().trainer());
    }

    private SortedMap<String, String> tags() {
        SortedMap<String, String> tags = new TreeMap<>(build.environment());
        tags.put("config_sha256", plan.config().sha256());
        tags.put("training_config_sha256", plan.config().trainingDigest(plan.modelType()));
        tags.put("experiment", plan.experiment());
        tags.put("code_version", build.version());
        tags.put("code_commit", build.commit());
        tags.put("platform", build.platform());
        tags.put("engine", engine.name());
        tags.put("metric", plan.model().metric().label());
        tags.put("split", CanonicalJson.text(partition()));
        libraries().forEach((library, version) -> tags.put("library." + library, version));
        return tags;
    }
}
