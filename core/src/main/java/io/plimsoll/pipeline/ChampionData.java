package io.plimsoll.pipeline;

import io.plimsoll.engine.DatasetProfiles;
import io.plimsoll.engine.Engine;
import io.plimsoll.engine.EngineLimits;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.validate.Predecessor;
import io.plimsoll.workspace.DatasetVersion;
import io.plimsoll.workspace.ModelVersion;
import io.plimsoll.workspace.Workspace;
import java.nio.file.Path;
import java.util.Optional;

/** Finds what a version, the champion above all, was trained on. */
final class ChampionData {
    private final Engine engine;
    private final Workspace workspace;
    private final Path scratch;

    /** @param scratch a local folder */
    ChampionData(Engine engine, Workspace workspace, Path scratch) {
        this.engine = engine;
        this.workspace = workspace;
        this.scratch = scratch;
    }

    Predecessor of(TrainingPlan plan) {
        Optional<ModelVersion> champion = workspace.models().alias(plan.modelName(), ModelVersion.CHAMPION);
        if (champion.isEmpty()) {
            return Predecessor.none("not compared: " + plan.modelName() + " has no champion");
        }
        return of(champion.get(), "champion ", plan.limits());
    }

    /** The rows themselves as far as they can be compared with: none where there is no champion, or its rows are not known or were erased. */
    Optional<DatasetVersion> kept(TrainingPlan plan) {
        return workspace
                .models()
                .alias(plan.modelName(), ModelVersion.CHAMPION)
                .flatMap(champion -> workspace.datasets().ofRun(champion.runId()))
                .filter(rows -> !isErased(rows));
    }

    private boolean isErased(DatasetVersion rows) {
        return workspace.datasets().erasure(rows.name(), rows.version()).isPresent();
    }

    /** @param role what goes before the version's name: {@code "champion "}, or nothing */
    Predecessor of(ModelVersion version, String role, EngineLimits limits) {
        String name = role + version.reference();
        Optional<DatasetVersion> dataset = workspace.datasets().ofRun(version.runId());
        if (dataset.isEmpty()) {
            return Predecessor.none(
                    "not compared: the workspace does not know what " + version.reference() + " was trained on");
        }
        String reference = dataset.get().reference();
        if (isErased(dataset.get())) {
            return Predecessor.none("not compared: " + reference + " (" + name + ") was erased");
        }
        return known(name, dataset.get(), limits);
    }

    private Predecessor known(String name, DatasetVersion dataset, EngineLimits limits) {
        String reference = dataset.reference() + " (" + name + ")";
        try {
            return new Predecessor(reference, new DatasetProfiles(workspace, engine, limits).of(dataset, scratch));
        } catch (PlimsollException damaged) {
            return Predecessor.none(
                    "not compared: the stored rows of " + reference + " are damaged; `plimsoll doctor` tells more");
        }
    }
}
