package io.plimsoll.upkeep;

import io.plimsoll.workspace.DatasetVersion;
import io.plimsoll.workspace.ModelVersion;
import io.plimsoll.workspace.Workspace;
import java.util.List;

/** Everything that a workspace remembers of models and datasets. */
record Inventory(Workspace workspace) {
    List<ModelVersion> models() {
        return workspace.models().models().stream()
                .flatMap(model -> workspace.models().versions(model).stream())
                .toList();
    }

    /** With those whose rows were erased. */
    List<DatasetVersion> datasets() {
        return workspace.datasets().names().stream()
                .flatMap(name -> workspace.datasets().versions(name).stream())
                .toList();
    }

    boolean isErased(DatasetVersion dataset) {
        return workspace.datasets().erasure(dataset.name(), dataset.version()).isPresent();
    }
}
