package io.plimsoll.validate;

import io.plimsoll.data.ContentHash;
import io.plimsoll.data.Dataset;
import io.plimsoll.step.RunContext;
import io.plimsoll.workspace.DatasetVersion;
import io.plimsoll.workspace.Workspace;
import java.nio.file.Path;

/** Keeps a modelling table as a dataset version, and links it with the run. */
final class Snapshot {
    private final Workspace workspace;
    private final Path scratch;

    Snapshot(Workspace workspace, Path scratch) {
        this.workspace = workspace;
        this.scratch = scratch;
    }

    /** The same content gives the same version, and is stored once. */
    DatasetVersion take(Dataset table, String name, RunContext run) {
        String sha256 = ContentHash.of(table);
        if (!workspace.artifacts().hasDataset(sha256)) {
            Path file = scratch.resolve(sha256 + ".parquet");
            table.writeParquet(file);
            workspace.artifacts().putDataset(sha256, file);
        }
        DatasetVersion candidate = new DatasetVersion(
                name,
                0,
                sha256,
                table.rows(),
                table.columns(),
                run.runId(),
                run.clock().instant());
        return workspace.datasets().register(candidate, run.runId());
    }
}
