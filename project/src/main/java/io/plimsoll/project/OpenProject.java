package io.plimsoll.project;

import io.plimsoll.config.ConfigLoader;
import io.plimsoll.config.IndicationConfig;
import io.plimsoll.config.MemorySize;
import io.plimsoll.config.Overrides;
import io.plimsoll.config.ProjectConfig;
import io.plimsoll.config.SourceConfig;
import io.plimsoll.config.WorkspaceConfig;
import io.plimsoll.endpoint.Installation;
import io.plimsoll.engine.Engine;
import io.plimsoll.engine.EngineLimits;
import io.plimsoll.pipeline.Overriding;
import io.plimsoll.pipeline.PlanRecord;
import io.plimsoll.pipeline.Planning;
import io.plimsoll.pipeline.Promotions;
import io.plimsoll.pipeline.Rebuilding;
import io.plimsoll.pipeline.Reckoning;
import io.plimsoll.pipeline.Rejudging;
import io.plimsoll.pipeline.Scorings;
import io.plimsoll.pipeline.TrainingPlan;
import io.plimsoll.pipeline.Trainings;
import io.plimsoll.plugin.Plugin;
import io.plimsoll.project.surroundings.Surroundings;
import io.plimsoll.read.SourceSpec;
import io.plimsoll.step.StepName;
import io.plimsoll.storage.LocalWorkspace;
import io.plimsoll.storage.backup.WorkspaceBackup;
import io.plimsoll.storage.postgresql.PostgresDatabases;
import io.plimsoll.train.Trainer;
import io.plimsoll.workspace.Admission;
import io.plimsoll.workspace.RunRecord;
import io.plimsoll.workspace.SharedWorkspace;
import io.plimsoll.workspace.Upload;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A project with its settings read and the modules wired for it. Opening reads {@code plimsoll.yml} and nothing else. */
public final class OpenProject implements AutoCloseable {
    private final Path folder;
    private final Surroundings surroundings;
    private final ProjectConfig config;
    private final Engine engine;
    private final OpenPlugins plugins;
    private final ConfigLoader loader;
    private final LocalWorkspace workspace;
    private final WorkspacePlace place;

    private OpenProject(
            Path folder, Surroundings surroundings, OpenPlugins plugins, ProjectConfig config, WorkspacePlace place) {
        this.folder = folder;
        this.surroundings = surroundings;
        this.plugins = plugins;
        this.engine = new EngineWithDatabases(
                plugins.engine(), new PostgresDatabases(config.databases(), surroundings.environment()));
        this.loader = new ConfigLoader(settingsOf(engine.trainers()), engine.metrics()).in(config);
        this.config = config;
        this.place = place;
        String checkpoints = config.audit().checkpoints();
        this.workspace = place.open(surroundings.clock(), checkpoints == null ? null : folder.resolve(checkpoints));
    }

    /** @throws io.plimsoll.fault.PlimsollException with {@code NO_PROJECT}, or the faults of {@code plimsoll.yml} */
    public static OpenProject open(
            Surroundings surroundings, @Nullable Path asked, @Nullable Path workspace, @Nullable String profile) {
        ProjectFolder.Found found = ProjectFolder.find(surroundings.directory(), asked);
        if (found.sample()) {
            surroundings
                    .err()
                    .println("no plimsoll.yml here: working on the sample project "
                            + surroundings.directory().relativize(found.folder()));
        }
        ProjectConfig config = new ConfigLoader(Map.of()).project(found.folder(), profile, surroundings.environment());
        WorkspacePlace place = workspace == null
                ? WorkspacePlace.of(config.workspace(), found.folder(), config.databases(), surroundings.environment())
                : new WorkspacePlace.InFolder(surroundings.directory().resolve(workspace));
        OpenPlugins plugins = OpenPlugins.of(config.plugins(), found.folder());
        try {
            return new OpenProject(found.folder(), surroundings, plugins, config, place);
        } catch (RuntimeException e) {
            plugins.close();
            throw e;
        }
    }

    /** The jars that were loaded, in the order of {@code plimsoll.yml}. */
    public List<Plugin> plugins() {
        return plugins.loaded();
    }

    public ProjectConfig config() {
        return config;
    }

    public Path folder() {
        return folder;
    }

    public SharedWorkspace workspace() {
        return workspace;
    }

    /** Where results live. */
    public WorkspacePlace place() {
        return place;
    }

    public Clock clock() {
        return surroundings.clock();
    }

    /** Copies the workspace into a folder that is not there yet, or is empty; relative to where it was typed. */
    public WorkspaceBackup.Copied backUp(Path target) {
        return workspace.backUp(surroundings.directory().resolve(target));
    }

    /** Makes the workspace of a backup. */
    public WorkspaceBackup.Copied restore(Path backup) {
        return place.restore(surroundings.directory().resolve(backup));
    }

    /** Another place for a workspace, as it was typed: folders are relative to where that was. */
    public WorkspacePlace elsewhere(WorkspaceConfig typed) {
        return WorkspacePlace.of(typed, surroundings.directory(), config.databases(), surroundings.environment());
    }

    /** Copies the workspace to another place, in which there is nothing yet. */
    public WorkspaceBackup.Copied copyTo(WorkspacePlace other) {
        return other.copy(workspace);
    }

    public Engine engine() {
        return engine;
    }

    /** What a config file of this project can name as its trainer, in the order in which they are shown. */
    public List<Trainer<?>> trainers() {
        return engine.trainers();
    }

    public List<String> indications() {
        return loader.indications(folder);
    }

    /** An indication's config with what the command line changes. */
    public IndicationConfig indication(String name, Overrides overrides) {
        return loader.load(folder, name, overrides);
    }

    /** An indication's config with the guardrail of one model type from another file, relative to where it was typed. */
    public IndicationConfig proposing(String name, String modelType, Path guardrail) {
        Path file = surroundings.directory().resolve(guardrail);
        return loader.proposing(folder, name, modelType, file, guardrail.toString());
    }

    /** An id for a run that no training makes. */
    public String newRunId() {
        return new RunIds(surroundings.clock(), surroundings.random()).next();
    }

    public Trainings trainings() {
        RunIds ids = new RunIds(surroundings.clock(), surroundings.random());
        return new Trainings(engine, workspace, BuildInfo.build(), surroundings.clock(), ids::next);
    }

    public Scorings scorings() {
        RunIds ids = new RunIds(surroundings.clock(), surroundings.random());
        return new Scorings(engine, workspace, surroundings.clock(), ids::next);
    }

    public ScoringPlans scoringPlans(IndicationConfig config, Overrides overrides) {
        return new ScoringPlans(this, surroundings.directory(), config, overrides);
    }

    /** What predictions turned out to be worth. */
    public Reckoning reckoning() {
        return new Reckoning(engine, workspace, limits(), surroundings.clock());
    }

    public Rebuilding rebuilding() {
        return new Rebuilding(engine, workspace, BuildInfo.build(), surroundings.clock(), limits());
    }

    /** What people decide about registered versions. */
    public Promotions promotions() {
        Rejudging rejudging = new Rejudging(engine, workspace, BuildInfo.build(), surroundings.clock(), limits());
        return new Promotions(workspace, rejudging, engine.loader(limits()), approves());
    }

    public Overriding overriding() {
        return new Overriding(workspace, engine.loader(limits()), promotions(), surroundings.clock());
    }

    public TrainingPlan plan(
            IndicationConfig indication, String modelType, Overrides overrides, String experiment, StepName until) {
        return new TrainingPlan(
                indication,
                modelType,
                sources(indication, modelType, overrides),
                admission(),
                experiment,
                until,
                true,
                limits());
    }

    /**
     * What goes on with a run: the same config, sources where they lay then, and the same experiment.
     *
     * @throws io.plimsoll.fault.PlimsollException with {@code NOT_RESUMABLE}, or the faults of a config that this installation cannot follow
     */
    public TrainingPlan resumed(RunRecord run) {
        PlanRecord asked = Resumption.require(run, workspace.artifacts());
        IndicationConfig indication = loader.stored(run.config());
        return new TrainingPlan(
                indication,
                run.modelType(),
                Resumption.sources(indication.model(run.modelType()).data(), asked),
                admission(),
                run.experiment(),
                asked.until(),
                true,
                limits());
    }

    /** What this process can train with. */
    public Installation installation() {
        return Installed.of(engine, plugins.loaded(), loader);
    }

    /** Makes plans of published specifications. */
    public Planning planning() {
        return new Planning(installation(), folder, limits(), approves());
    }

    private Admission admission() {
        String actor = surroundings.actor();
        return approves() ? Admission.forApproval(actor) : Admission.byVerdict(actor);
    }

    /** Whether a model becomes champion only when somebody other than who submitted it approves it. */
    private boolean approves() {
        return config.promotion() == ProjectConfig.Promotion.APPROVAL;
    }

    /** The folder in which it was typed. */
    public Path directory() {
        return surroundings.directory();
    }

    /** Who acts. */
    public String actor() {
        return surroundings.actor();
    }

    /** Sources of a model type; paths in the file are relative to the project, paths on the command line to where it was typed. */
    public List<SourceSpec> sources(IndicationConfig indication, String modelType, Overrides overrides) {
        return indication.model(modelType).data().sources().entrySet().stream()
                .map(entry -> source(entry.getKey(), entry.getValue(), overrides))
                .toList();
    }

    SourceSpec source(String name, SourceConfig source, Overrides overrides) {
        Path base = overrides.paths().containsKey(name) ? surroundings.directory() : folder;
        String path = source.path();
        return new SourceSpec(name, path == null ? null : place(path, base), source);
    }

    /** Of a file, or of a table that somebody has sent. */
    private Path place(String path, Path base) {
        return Upload.in(path)
                .map(workspace.artifacts().uploads()::file)
                .orElseGet(() -> base.resolve(path).normalize());
    }

    public EngineLimits limits() {
        Integer threads = config.limits().threads();
        MemorySize memory = config.limits().memory();
        int most = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
        return new EngineLimits(most, memory == null ? null : memory.bytes() + "B");
    }

    @Override
    public void close() {
        workspace.close();
        plugins.close();
    }

    private static Map<String, Class<? extends Record>> settingsOf(List<Trainer<?>> trainers) {
        return trainers.stream()
                .collect(Collectors.toMap(Trainer::name, trainer -> Objects.requireNonNull(trainer.settingsType())));
    }
}
