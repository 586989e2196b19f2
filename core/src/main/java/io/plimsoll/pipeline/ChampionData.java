package io.plimsoll.pipeline;

import io.plimsoll.engine.DatasetProfiles;
import io.plimsoll.engine.Engine;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.validate.Predecessor;
import io.plimsoll.workspace.DatasetVersion;
import io.plimsoll.workspace.ModelVersion;
import io.plimsoll.workspace.Workspace;
import java.nio.file.Path;
import java.util.Optional;

/** Finds what the model that is champion now was trained on. */
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
        String name = champion.get().reference();
        Optional<DatasetVersion> dataset =
                workspace.datasets().ofRun(champion.get().runId());
        if (dataset.isEmpty()) {
            return Predecessor.none("not compared: the workspace does not know what " + name + " was trained on");
        }
        String reference = dataset.get().reference();
        if (workspace
                .datasets()
                .erasure(dataset.get().name(), dataset.get().version())
                .isPresent()) {
            return Predecessor.none("not compared: " + reference + " (champion " + name + ") was erased");
        }
        return known(name, dataset.get(), plan);
    }

    private Predecessor known(String champion, DatasetVersion dataset, TrainingPlan plan) {
        String reference = dataset.reference() + " (champion " + champion + ")";
        try {
            return new Predecessor(
                    reference, new DatasetProfiles(workspace, engine, plan.limits()).of(dataset, scratch));
        } catch (PlimsollException damaged) {
            return Predecessor.none(
                    "not compared: the stored rows of " + reference + " are damaged; `plimsoll doctor` tells more");
        }
    }
}
