package io.plimsoll.pipeline;

import io.plimsoll.canonical.CanonicalJson;
import io.plimsoll.config.ConfigLoader;
import io.plimsoll.data.Partition;
import io.plimsoll.engine.Engine;
import io.plimsoll.evaluate.Bench;
import io.plimsoll.evaluate.EvaluateStep;
import io.plimsoll.evaluate.Recipes;
import io.plimsoll.read.SourceReader;
import io.plimsoll.read.SourceSpec;
import io.plimsoll.register.RegisterStep;
import io.plimsoll.reuse.KeyedSteps;
import io.plimsoll.reuse.ReusingPassage;
import io.plimsoll.reuse.ReusingPassage.Travel;
import io.plimsoll.reuse.StepMemory;
import io.plimsoll.split.SplitStep;
import io.plimsoll.step.Later;
import io.plimsoll.step.RunContext;
import io.plimsoll.step.StepOutput;
import io.plimsoll.train.Fitting;
import io.plimsoll.train.ModelIdentity;
import io.plimsoll.train.TrainStep;
import io.plimsoll.train.Trainers;
import io.plimsoll.transform.Transform;
import io.plimsoll.transform.TransformStep;
import io.plimsoll.validate.ValidateStep;
import io.plimsoll.workspace.ModelVersion;
import io.plimsoll.workspace.RunRecord;
import io.plimsoll.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
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
        new PlanRecord(plan).keep(run.runId(), workspace.artifacts());
        Path scratch = workspace.artifacts().scratch();
        Travel travel = new Travel(run, plan.until(), new StepMemory(plan.modelName(), workspace), plan.reuse());
        SourceReader reader = engine.reader(scratch, plan.limits());
        Later<List<SourceSpec>> sources = KeyedSteps.inFiles(plan.sources(), reader, travel);
        KeyedSteps steps = keyed(scratch, travel);
        return ReusingPassage.begin(sources, travel)
                .then(steps.read(reader, sources))
                .then(steps.preprocess())
                .then(steps.validate(
                        validate(scratch), () -> championData(scratch).kept(plan)))
                .then(steps.split(split()))
                .then(steps.transform(transform()))
                .then(steps.train(train(), identity()))
                .then(steps.evaluate(evaluate(bench()), bench(), this::hasSameTable))
                .taken()
                .then(register())
                .last()
                .orElseThrow();
    }

    private KeyedSteps keyed(Path scratch, Travel travel) {
        KeyedSteps.Place place = new KeyedSteps.Place(engine, plan.limits(), workspace, scratch, build.platform());
        return new KeyedSteps(plan.config(), plan.modelType(), build.code(), place, travel);
    }

    private ValidateStep validate(Path scratch) {
        return new ValidateStep(
                plan.config().indication(),
                plan.model(),
                () -> championData(scratch).of(plan),
                workspace,
                scratch);
    }

    private ChampionData championData(Path scratch) {
        return new ChampionData(engine, workspace, scratch);
    }

    /** In doubt, as for a version that was made elsewhere, it does not. */
    private boolean hasSameTable(ModelVersion version) {
        return workspace
                .runs()
                .find(version.runId())
                .map(RunRecord::config)
                .filter(config -> new SelectOf(plan).isIn(config))
                .isPresent();
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
        return new TrainStep(identity(), fitting(), engine.loader(plan.limits()));
    }

    private ModelIdentity identity() {
        return new ModelIdentity(
                plan.modelName(), plan.config().trainingDigest(plan.modelType()), versions(), build.platform());
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
