package io.plimsoll.pipeline;

import io.plimsoll.config.ColumnCheck;
import io.plimsoll.config.DataConfig;
import io.plimsoll.data.Dataset;
import io.plimsoll.data.Roles;
import io.plimsoll.engine.Engine;
import io.plimsoll.fault.Fault;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.guard.Rule;
import io.plimsoll.preprocess.ModellingTable;
import io.plimsoll.read.Sources;
import io.plimsoll.split.Judging;
import io.plimsoll.split.SplitStep;
import io.plimsoll.validate.DriftCheck;
import io.plimsoll.validate.SuggestedChecks;
import io.plimsoll.validate.Suspects;
import io.plimsoll.validate.ValidateStep;
import io.plimsoll.workspace.ModelVersion;
import io.plimsoll.workspace.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Goes through the steps of a run up to its split, and writes nothing. */
public final class Forecasting {
    private final Engine engine;
    private final Workspace workspace;
    private final Path scratch;

    /** @param scratch an empty local folder */
    public Forecasting(Engine engine, Workspace workspace, Path scratch) {
        this.engine = engine;
        this.workspace = workspace;
        this.scratch = scratch;
    }

    /** What a plan would come to, as far as its data can tell; every fault is in the forecast, none is thrown. */
    public Forecast of(TrainingPlan plan) {
        try (Sources sources = engine.reader(scratch, plan.limits()).read(plan.sources())) {
            Dataset table = sources.select(
                    plan.model().data().query(), plan.model().data().key());
            return ofTable(plan, new ModellingTable(table, sources));
        } catch (PlimsollException e) {
            return failing(plan, null, List.of(), e.faults());
        }
    }

    /**
     * Checks of columns that the plan's modelling table passes as it is.
     *
     * @throws PlimsollException with every fault, if the table cannot be made
     */
    public Map<String, ColumnCheck> suggested(TrainingPlan plan) {
        DataConfig data = plan.model().data();
        try (Sources sources = engine.reader(scratch, plan.limits()).read(plan.sources())) {
            Set<String> names = new HashSet<>(List.of(data.key(), data.group()));
            return SuggestedChecks.of(sources.select(data.query(), data.key()), names);
        }
    }

    private Forecast ofTable(TrainingPlan plan, ModellingTable modelling) {
        Dataset table = modelling.rows();
        List<Fault> warnings = new ArrayList<>();
        try {
            Dataset labelled = checked(plan, modelling, warnings::add);
            String group = plan.model().data().group();
            Roles roles =
                    new Roles(plan.model().data().key(), group, plan.model().target());
            Judging judging = new SplitStep(
                            plan.model().split().partition(group), plan.model().task())
                    .part(labelled, roles)
                    .judging();
            return new Forecast(
                    plan.config().indication(),
                    plan.modelType(),
                    plan.modelName(),
                    table.rows(),
                    table.columns(),
                    labelled.rows(),
                    labelled.summary(group).distinct(),
                    judging instanceof Judging.Folds folds ? folds.parts().size() : null,
                    judging.judged().rows().rows(),
                    judging.groups(),
                    workspace.models().versions(plan.modelName()).size(),
                    workspace
                            .models()
                            .alias(plan.modelName(), ModelVersion.CHAMPION)
                            .map(ModelVersion::reference)
                            .orElse(null),
                    plan.model().guardrail().guardrail().rules().stream()
                            .map(Rule::sentence)
                            .toList(),
                    new SmallHoldout(plan.model(), judging).advice(labelled).orElse(null),
                    warnings,
                    List.of());
        } catch (PlimsollException e) {
            return failing(plan, table, warnings, e.faults());
        }
    }

    /** What {@code validate} says, and more than a run needs to know. */
    private Dataset checked(TrainingPlan plan, ModellingTable modelling, Consumer<Fault> warnings) {
        Dataset table = modelling.rows();
        Dataset labelled = ValidateStep.check(modelling, plan.model(), warnings);
        Suspects suspects = new Suspects(plan.model(), warnings);
        suspects.tell(table, labelled);
        suspects.survey(table);
        new DriftCheck(plan.model(), new ChampionData(engine, workspace, scratch).of(plan), warnings).check(table);
        return labelled;
    }

    /** @param table absent where it could not be made */
    private static Forecast failing(
            TrainingPlan plan, @Nullable Dataset table, List<Fault> warnings, List<Fault> faults) {
        return new Forecast(
                plan.config().indication(),
                plan.modelType(),
                plan.modelName(),
                table == null ? 0 : table.rows(),
                table == null ? List.of() : table.columns(),
                0,
                0,
                null,
                0,
                0,
                0,
                null,
                List.of(),
                null,
                warnings,
                faults);
    }
}
