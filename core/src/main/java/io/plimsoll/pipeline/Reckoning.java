package io.plimsoll.pipeline;

import io.plimsoll.actuals.Actuals;
import io.plimsoll.actuals.ActualsCheck;
import io.plimsoll.actuals.Joining;
import io.plimsoll.actuals.LineFinding.Side;
import io.plimsoll.canonical.CanonicalJson;
import io.plimsoll.config.DataConfig;
import io.plimsoll.config.IndicationConfig;
import io.plimsoll.config.ModelConfig;
import io.plimsoll.data.Roles;
import io.plimsoll.data.SourceFile;
import io.plimsoll.engine.Engine;
import io.plimsoll.engine.EngineLimits;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.guard.Figures;
import io.plimsoll.read.SourceFacts;
import io.plimsoll.read.SourceSpec;
import io.plimsoll.read.Sources;
import io.plimsoll.step.RunStatus;
import io.plimsoll.webhook.Occasion;
import io.plimsoll.workspace.RunRecord;
import io.plimsoll.workspace.Workspace;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** Holds what really happened against what scoring runs predicted, and keeps the figures with the latest run concerned. */
public final class Reckoning {
    private final Engine engine;
    private final Workspace workspace;
    private final EngineLimits limits;
    private final InstantSource clock;

    public Reckoning(Engine engine, Workspace workspace, EngineLimits limits, InstantSource clock) {
        this.engine = engine;
        this.workspace = workspace;
        this.limits = limits;
        this.clock = clock;
    }

    /** Files, read and found to be right. */
    private record Taken(List<SourceFile> files, Actuals actuals) {}

    /**
     * @param source with the key and the target of the model type
     * @throws PlimsollException with {@code UNKNOWN_RUN} where nothing was scored, {@code ARTIFACT_DAMAGED}, {@code COLUMN_MISSING} or {@code DATA_INVALID}, the faults of
     *     a source that cannot be read, or {@code QUERY_INVALID} where {@code train_where} asks for columns that it has not
     */
    public ActualsReport reckon(IndicationConfig config, String modelType, SourceSpec source) {
        String name = config.registeredName(modelType);
        List<RunRecord> runs = workspace.runs().scorings(name).stream()
                .filter(run -> run.status() == RunStatus.SUCCEEDED)
                .toList();
        if (runs.isEmpty()) {
            throw nothingPredicted(config, modelType, "no run has scored with " + name);
        }
        Taken taken = taken(config.model(modelType), source);
        Joining joining = new Joining(taken.actuals());
        KeptPredictions predictions = new KeptPredictions(engine, workspace, limits);
        predictions.addTo(joining, runs);
        if (predictions.without() == runs.size()) {
            String gone = "what " + Figures.count(runs.size(), "run") + " predicted with " + name + " is gone";
            throw nothingPredicted(config, modelType, gone);
        }
        if (predictions.latest().isEmpty()) {
            throw noneMet(joining.unpredicted(), config.model(modelType), source);
        }
        ActualsReport report = new LiveReports(config, modelType, workspace, clock)
                .of(taken.files(), taken.actuals(), joining, predictions);
        workspace
                .artifacts()
                .putEvidence(
                        report.run(),
                        ActualsReport.FILE,
                        CanonicalJson.indented(report).getBytes(StandardCharsets.UTF_8));
        tell(report);
        return report;
    }

    private void tell(ActualsReport report) {
        boolean hasCrossed = report.line().stream().anyMatch(finding -> finding.side() == Side.CROSSED);
        if (hasCrossed && report.champion() != null) {
            workspace
                    .webhooks()
                    .announce(
                            "actuals-" + report.run() + "-" + clock.millis(),
                            Occasion.LINE_CROSSED,
                            Map.of(
                                    "model",
                                    report.model(),
                                    "version",
                                    report.champion().toString(),
                                    "run",
                                    report.run()));
        }
    }

    private static PlimsollException nothingPredicted(IndicationConfig config, String modelType, String why) {
        return PlimsollException.of(
                ErrorCode.UNKNOWN_RUN,
                why + ", so that there is nothing to hold actuals against",
                "",
                "plimsoll score " + config.indication() + " " + modelType + " INPUT -o OUTPUT");
    }

    private static PlimsollException noneMet(long rows, ModelConfig model, SourceSpec source) {
        return PlimsollException.of(
                ErrorCode.DATA_INVALID,
                "no key of " + Figures.count(rows, "row") + " with a target is one that was ever scored",
                "column '" + model.data().key() + "' of " + source.config().shown(),
                "give the rows the keys that they had when they were scored");
    }

    private Taken taken(ModelConfig model, SourceSpec source) {
        DataConfig data = model.data();
        Roles roles = new Roles(data.key(), data.group(), model.target());
        ActualsCheck check = new ActualsCheck(
                roles, model.task(), model.trainWhere(), source.config().shown());
        try (Sources sources =
                engine.reader(workspace.artifacts().scratch(), limits).read(List.of(source))) {
            SourceFacts facts = sources.facts().get(0);
            check.columns(facts.columns());
            Actuals actuals = check.of(sources.select("SELECT * FROM " + source.name(), roles.key()));
            return new Taken(facts.files(), actuals);
        }
    }
}
