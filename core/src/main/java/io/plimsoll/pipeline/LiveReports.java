package io.plimsoll.pipeline;

import io.plimsoll.actuals.Actuals;
import io.plimsoll.actuals.Joined;
import io.plimsoll.actuals.Joining;
import io.plimsoll.actuals.LineFinding;
import io.plimsoll.actuals.LineFinding.Side;
import io.plimsoll.actuals.LiveFigures;
import io.plimsoll.actuals.LiveLine;
import io.plimsoll.actuals.LiveMetric;
import io.plimsoll.actuals.LiveVersion;
import io.plimsoll.actuals.LiveVersion.LivePeriod;
import io.plimsoll.artifact.ModelFolder;
import io.plimsoll.config.IndicationConfig;
import io.plimsoll.config.ModelConfig;
import io.plimsoll.config.ModelConfig.Weight;
import io.plimsoll.data.SourceFile;
import io.plimsoll.evaluate.Yardsticks;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.Fault;
import io.plimsoll.guard.Figures;
import io.plimsoll.metric.Metric;
import io.plimsoll.metric.ScoredRows;
import io.plimsoll.split.RowWeights;
import io.plimsoll.workspace.ModelVersion;
import io.plimsoll.workspace.Workspace;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the report of predictions that were joined with what really happened. */
final class LiveReports {
    private final IndicationConfig config;
    private final String modelType;
    private final ModelConfig model;
    private final String name;
    private final Workspace workspace;
    private final InstantSource clock;

    LiveReports(IndicationConfig config, String modelType, Workspace workspace, InstantSource clock) {
        this.config = config;
        this.modelType = modelType;
        this.model = config.model(modelType);
        this.name = config.registeredName(modelType);
        this.workspace = workspace;
        this.clock = clock;
    }

    ActualsReport of(List<SourceFile> files, Actuals actuals, Joining joining, KeptPredictions predictions) {
        @Nullable
        ModelVersion champion =
                workspace.models().alias(name, ModelVersion.CHAMPION).orElse(null);
        Weight weighting = actuals.isGrouped() ? model.weight() : Weight.NONE;
        List<LiveVersion> versions = new ArrayList<>();
        joining.versions()
                .forEach((number, joined) -> workspace
                        .models()
                        .version(name, number)
                        .ifPresent(version -> versions.add(live(version, joined, weighting, champion))));
        List<LineFinding> line = champion == null
                ? List.of()
                : line(champion, Optional.ofNullable(joining.versions().get(champion.version())), weighting);
        return new ActualsReport(
                config.indication(),
                modelType,
                name,
                clock.instant().truncatedTo(ChronoUnit.MILLIS).toString(),
                predictions.latest().orElseThrow(),
                files,
                actuals.counted(),
                joining.unpredicted(),
                metrics().stream().map(Metric::label).toList(),
                versions,
                champion == null ? null : champion.version(),
                line,
                notes(actuals, predictions),
                champion == null ? List.of() : warnings(champion, line));
    }

    private LiveVersion live(ModelVersion version, Joined joined, Weight weighting, @Nullable ModelVersion champion) {
        Yardsticks yardsticks = yardsticks(version);
        List<LivePeriod> periods = joined.periods().stream()
                .map(month -> new LivePeriod(
                        month.toString(), LiveFigures.of(yardsticks.on(joined.in(month, weighting)), metrics())))
                .toList();
        return new LiveVersion(
                version.version(),
                champion != null && champion.version() == version.version(),
                holdout(version),
                joined.waiting(),
                LiveFigures.of(yardsticks.on(joined.all(weighting)), metrics()),
                periods);
    }

    private List<LineFinding> line(ModelVersion champion, Optional<Joined> joined, Weight weighting) {
        ScoredRows rows = joined.map(found -> found.all(weighting)).orElseGet(LiveReports::none);
        return new LiveLine(model.guardrail().guardrail(), yardsticks(champion).on(rows)).findings();
    }

    private static ScoredRows none() {
        String[] nobody = new String[0];
        return new ScoredRows(new double[0], new double[0], RowWeights.of(Weight.NONE, nobody), nobody);
    }

    /** An imported model was judged elsewhere, so that nothing is known of the rows that it was trained on. */
    private Yardsticks yardsticks(ModelVersion version) {
        return Yardsticks.of(version.runId(), workspace.artifacts()).orElseGet(() -> {
            Double threshold = ModelFolder.verify(workspace.artifacts().model(version.sha256()))
                    .output()
                    .threshold();
            return Yardsticks.ofThreshold(threshold == null ? 0 : threshold);
        });
    }

    private SortedMap<String, LiveMetric> holdout(ModelVersion version) {
        SortedMap<String, LiveMetric> holdout = new TreeMap<>();
        SortedMap<String, RunReport.MetricValue> judged = workspace
                .runs()
                .find(version.runId())
                .flatMap(run -> Optional.ofNullable(run.report()))
                .map(report -> RunReport.read(report).metrics())
                .orElseGet(TreeMap::new);
        for (Metric metric : metrics()) {
            RunReport.MetricValue value = judged.get(metric.label());
            if (value != null) {
                holdout.put(metric.label(), new LiveMetric(value.value(), value.low(), value.high(), null));
            }
        }
        return holdout;
    }

    private List<Metric> metrics() {
        Set<Metric> metrics = new LinkedHashSet<>();
        Stream.concat(Stream.of(model.metric()), model.alsoReport().stream()).forEach(metrics::add);
        return List.copyOf(metrics);
    }

    private List<String> notes(Actuals actuals, KeptPredictions predictions) {
        List<String> notes = new ArrayList<>();
        String group = model.data().group();
        if (!actuals.isGrouped() && !group.equals(model.data().key())) {
            String counts =
                    model.weight() == Weight.GROUP ? ", and counts once, where in training each group does" : "";
            notes.add("the file has no column '" + group
                    + "', so each row is a group of its own, which makes intervals too short where rows look alike"
                    + counts);
        }
        if (predictions.without() > 0) {
            notes.add(Figures.count(predictions.without(), "scoring run") + " of which the predictions are gone");
        }
        return notes;
    }

    private List<Fault> warnings(ModelVersion champion, List<LineFinding> line) {
        return line.stream()
                .filter(finding -> finding.side() == Side.CROSSED || finding.side() == Side.IN_DOUBT)
                .map(finding -> new Fault(
                        ErrorCode.LINE_CROSSED,
                        (finding.side() == Side.CROSSED
                                        ? "the champion has crossed its line in use: "
                                        : "the champion may have crossed its line in use: ")
                                + finding.rule() + ": " + finding.explanation(),
                        "model " + champion.reference(),
                        "train again on newer rows (plimsoll train " + config.indication() + " " + modelType
                                + "), or bring a former champion back (plimsoll models rollback " + name
                                + " --reason …)"))
                .toList();
    }
}
