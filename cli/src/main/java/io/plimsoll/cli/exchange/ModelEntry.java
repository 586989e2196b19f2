package io.plimsoll.cli.exchange;

import io.plimsoll.exchange.ImportedModel;
import io.plimsoll.workspace.ModelVersion;

/** How a model that has passed its trial becomes a version. */
public interface ModelEntry {
    /**
     * Stores the files and registers them as the first champion of a model that has no version.
     *
     * @param name what it becomes a version of
     * @param reason why, in one line
     * @throws io.plimsoll.fault.PlimsollException with {@code ALREADY_EXISTS} if the model has a version already
     */
    ModelVersion enter(ImportedModel model, ImportName name, String reason);

    /**
     * The model's name, and what the project knows under it.
     *
     * @param model {@code lung-activation}
     */
    record ImportName(String model, String indication, String modelType) {}
}
