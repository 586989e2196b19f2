package io.plimsoll.validate;

import io.plimsoll.config.DataConfig;
import io.plimsoll.data.Dataset;
import io.plimsoll.data.DatasetProfile;
import io.plimsoll.data.SourceFile;
import io.plimsoll.preprocess.ModellingTable;
import io.plimsoll.step.RunContext;
import io.plimsoll.workspace.DatasetVersion;
import io.plimsoll.workspace.Workspace;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Keeps a modelling table as a dataset version, and links it with the run. */
final class Snapshot {
    private final String name;
    private final DataConfig data;
    private final Workspace workspace;
    private final Path scratch;

    Snapshot(String name, DataConfig data, Workspace workspace, Path scratch) {
        this.name = name;
        this.data = data;
        this.workspace = workspace;
        this.scratch = scratch;
    }

    /** The same content gives the same version, and is stored once. */
    DatasetVersion take(ModellingTable made, RunContext run) {
        Dataset table = made.rows();
        String sha256 = made.content().get();
        workspace.datasets().refuseErased(sha256);
        if (!workspace.artifacts().keepDataset(sha256)) {
            Path file = scratch.resolve(sha256 + ".parquet");
            table.writeParquet(file);
            DatasetProfile profile = DatasetProfile.of(table, names(data));
            workspace.artifacts().putDataset(sha256, file, profile.file());
        }
        DatasetVersion candidate = new DatasetVersion(
                name,
                0,
                sha256,
                data.key(),
                table.rows(),
                table.columns(),
                run.runId(),
                run.clock().instant());
        List<SourceFile> sources = made.sources().facts().stream()
                .flatMap(source -> source.files().stream())
                .toList();
        return workspace.datasets().register(candidate, run.runId(), sources);
    }

    /** Columns whose values name rows or groups. */
    private static Set<String> names(DataConfig data) {
        Set<String> names = new HashSet<>();
        names.add(data.key());
        names.add(data.group());
        return names;
    }
}
