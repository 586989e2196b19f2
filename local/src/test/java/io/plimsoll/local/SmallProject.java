package io.plimsoll.local;

import io.plimsoll.config.ConfigLoader;
import io.plimsoll.config.IndicationConfig;
import io.plimsoll.engine.Engine;
import io.plimsoll.engine.EngineLimits;
import io.plimsoll.evaluate.Judgement;
import io.plimsoll.pipeline.Build;
import io.plimsoll.pipeline.Rebuild;
import io.plimsoll.pipeline.Rebuilding;
import io.plimsoll.pipeline.Rejudging;
import io.plimsoll.pipeline.RunReport;
import io.plimsoll.pipeline.TrainingPlan;
import io.plimsoll.pipeline.Trainings;
import io.plimsoll.read.SourceSpec;
import io.plimsoll.step.RunListener;
import io.plimsoll.step.StepName;
import io.plimsoll.step.StepOutput;
import io.plimsoll.step.StepStatus;
import io.plimsoll.train.Trainer;
import io.plimsoll.workspace.Admission;
import io.plimsoll.workspace.ModelVersion;
import io.plimsoll.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Runs small trainings from start to end, on the real engine, into whatever workspace it is given. */
final class SmallProject {
    static final String MODEL = "lung-dose";

    static final Build BUILD =
            new Build("0.1.0", "unknown", "this code", "linux-x86_64", new TreeMap<>(Map.of("java", "17")));

    private static final Map<String, Class<? extends Record>> SETTINGS = new LocalEngine()
            .trainers().stream()
                    .collect(
                            Collectors.toMap(Trainer::name, trainer -> Objects.requireNonNull(trainer.settingsType())));

    private static final String BASE = """
            indication: lung
            data: {sources: {sites: sites.csv}, query: SELECT * FROM sites, key: id, group: trial}
            split: {holdout: 20%, salt: salt}
            features: {numeric: [size, year], categorical: [land]}
            models:
              DOSE:
                target: dose
                task: regression
                settings: {trees: 6, depth: 3, learning_rate: 0.3}
                metric: mae
                guardrail:
                  min_groups: 10
                  rules: [{metric: mae, against: champion, worse_by_at_most: 1%}, {metric: mae, against: median, better_by: 5%}]
            """;

    private final Path dir;
    private final Workspace workspace;
    private final InstantSource clock;
    private final String runner;
    private Engine engine = new LocalEngine();
    private final List<Throwable> unexpected = new ArrayList<>();
    private final List<String> steps = new ArrayList<>();
    private int runs;

    SmallProject(Path dir, Workspace workspace, InstantSource clock) {
        this(dir, workspace, clock, "run");
    }

    /** @param runner begins the ids of its runs */
    SmallProject(Path dir, Workspace workspace, InstantSource clock, String runner) {
        this.dir = dir;
        this.workspace = workspace;
        this.clock = clock;
        this.runner = runner;
    }

    /** The config with some of its words replaced, given in pairs. */
    static String config(String... replacements) {
        String yaml = BASE;
        for (int i = 0; i < replacements.length; i += 2) {
            if (!yaml.contains(replacements[i])) {
                throw new IllegalArgumentException("the config does not say " + replacements[i]);
            }
            yaml = yaml.replace(replacements[i], replacements[i + 1]);
        }
        return yaml;
    }

    /** The same project on another engine. */
    SmallProject on(Engine other) {
        engine = other;
        return this;
    }

    RunReport train(SmallTable table) {
        return train(table, config());
    }

    RunReport train(SmallTable table, String yaml) {
        return train(plan(table.csv(), yaml, StepName.REGISTER, 2));
    }

    RunReport train(TrainingPlan plan) {
        return train(plan, new Listening(steps));
    }

    RunReport train(TrainingPlan plan, RunListener listener) {
        List<StepOutput> last = new ArrayList<>();
        return new Trainings(engine, workspace, BUILD, clock, () -> runner + "-" + ++runs)
                .train(plan, listener, last::add, unexpected::add);
    }

    TrainingPlan plan(String csv, String yaml, StepName until, int threads) {
        try {
            Path file = Files.writeString(dir.resolve("sites.csv"), csv);
            IndicationConfig config = new ConfigLoader(SETTINGS).stored(yaml);
            return new TrainingPlan(
                    config,
                    config.defaultModel(),
                    List.of(new SourceSpec("sites", file, "sites.csv")),
                    Admission.byVerdict("ada"),
                    "first",
                    until,
                    true,
                    new EngineLimits(threads, null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What becomes of a version that is trained again from its record. */
    Rebuild rebuild(ModelVersion version, Build build, int threads) {
        return new Rebuilding(engine, workspace, build, clock, new EngineLimits(threads, null))
                .rebuild(version, new Listening(steps));
    }

    /** What becomes of a version that is judged again from its record. */
    Judgement judge(ModelVersion version) {
        return new Rejudging(engine, workspace, BUILD, clock, new EngineLimits(2, null)).judge(version);
    }

    /** What no code of ours should have thrown. */
    List<Throwable> unexpected() {
        return unexpected;
    }

    /** Steps of all runs so far with how they ended. */
    List<String> steps() {
        return steps;
    }

    private record Listening(List<String> heard) implements RunListener {
        @Override
        public void started(StepName step) {}

        @Override
        public void ended(StepName step, StepStatus status, Duration took, String summary) {
            heard.add(step.label() + " " + status);
        }
    }
}
