package io.plimsoll.pipeline;

import io.plimsoll.artifact.Contract;
import io.plimsoll.artifact.Explainer;
import io.plimsoll.artifact.ModelFiles;
import io.plimsoll.artifact.Predictor;
import io.plimsoll.engine.Engine;
import io.plimsoll.engine.EngineLimits;
import io.plimsoll.engine.TableWriter;
import io.plimsoll.read.ReadStep;
import io.plimsoll.score.ContractStep;
import io.plimsoll.score.DeliverStep;
import io.plimsoll.score.Delivered;
import io.plimsoll.score.OpenModel;
import io.plimsoll.score.PredictStep;
import io.plimsoll.score.ScoredSources;
import io.plimsoll.score.SelectStep;
import io.plimsoll.step.Passage;
import io.plimsoll.step.RunContext;
import io.plimsoll.step.StepName;
import io.plimsoll.validate.Predecessor;
import io.plimsoll.workspace.Workspace;
import java.nio.file.Path;

/** The story of a scoring run: five steps, each taking what the one before it made. */
final class ScoringPipeline {
    private final ScoringPlan plan;
    private final Engine engine;
    private final Workspace workspace;

    ScoringPipeline(ScoringPlan plan, Engine engine, Workspace workspace) {
        this.plan = plan;
        this.engine = engine;
        this.workspace = workspace;
    }

    Delivered run(RunContext run) {
        ModelFiles model = workspace.artifacts().model(plan.version().sha256());
        EngineLimits oneThread = new EngineLimits(1, plan.limits().memory());
        Predictor predictor = run.closeAtEnd(engine.loader(oneThread).load(model));
        Explainer explainer = plan.reasons() == 0
                ? null
                : run.closeAtEnd(engine.loader(oneThread).explainer(model));
        OpenModel open = new OpenModel(predictor, explainer, plan.version().reference());
        Contract contract = predictor.contract();
        Path scratch = workspace.artifacts().scratch();
        ScoredSources sources = new ScoredSources(contract, model, plan.keep(), plan.targets());
        TableWriter writer = engine.writer(scratch, plan.limits());
        return (Delivered) Passage.begin(sources.specs(plan.sources(), scratch), StepName.DELIVER, run)
                .then(new ReadStep(engine.streams(scratch, plan.limits())))
                .then(new SelectStep(contract, sources))
                .then(new ContractStep(contract, plan.keep(), plan.additions()))
                .then(predict(open, writer, scratch))
                .then(new DeliverStep(contract.query(), plan.delivery(), writer, workspace.artifacts()))
                .last()
                .orElseThrow();
    }

    private PredictStep predict(OpenModel model, TableWriter writer, Path scratch) {
        Predecessor trained = new ChampionData(engine, workspace, scratch).of(plan.version(), "", plan.limits());
        return new PredictStep(
                model,
                new PredictStep.Trained(trained, plan.model().data().drift()),
                new PredictStep.Lanes(writer, plan.limits().threads(), scratch));
    }
}
