package io.plimsoll.storage;

import io.plimsoll.contracts.DatasetCatalogContract;
import io.plimsoll.workspace.Workspace;
import java.nio.file.Path;
import java.time.Clock;

class LocalDatasetCatalogTest extends DatasetCatalogContract {
    @Override
    protected Workspace open(Path folder, Clock clock) {
        return LocalWorkspace.open(folder, clock);
    }
}
