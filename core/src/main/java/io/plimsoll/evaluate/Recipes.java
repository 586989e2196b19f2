package io.plimsoll.evaluate;

import io.plimsoll.config.ConfigLoader;
import io.plimsoll.config.ModelConfig;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.train.Trainers;
import io.plimsoll.workspace.ModelVersion;
import io.plimsoll.workspace.RunRecord;
import java.util.Optional;
import java.util.function.Function;

/** How registered versions were made, as the configs say that were kept with their runs. */
public final class Recipes {
    private final Function<String, Optional<RunRecord>> runs;
    private final ConfigLoader loader;
    private final Trainers trainers;

    /**
     * @param runs finds a run by its id
     * @param loader reads the configs that were kept with runs
     */
    public Recipes(Function<String, Optional<RunRecord>> runs, ConfigLoader loader, Trainers trainers) {
        this.runs = runs;
        this.loader = loader;
        this.trainers = trainers;
    }

    /** @throws PlimsollException if its run is not known any more, or its config is not one that this installation can follow */
    Recipe of(ModelVersion version) {
        RunRecord run = runs.apply(version.runId())
                .orElseThrow(() -> PlimsollException.of(
                        ErrorCode.UNKNOWN_RUN,
                        "its run " + version.runId() + " is not known",
                        "",
                        "restore the workspace's metadata"));
        ModelConfig config = loader.stored(run.config()).model(run.modelType());
        return new Recipe(config, trainers.fitting(config));
    }
}
