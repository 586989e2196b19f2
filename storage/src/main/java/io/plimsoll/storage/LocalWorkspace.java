package io.plimsoll.storage;

import io.plimsoll.storage.files.FileArtifactStore;
import io.plimsoll.storage.metadata.SqliteMetadata;
import io.plimsoll.workspace.ArtifactStore;
import io.plimsoll.workspace.DatasetCatalog;
import io.plimsoll.workspace.ModelRegistry;
import io.plimsoll.workspace.RunRecords;
import io.plimsoll.workspace.Workspace;
import java.nio.file.Path;
import java.time.Clock;

/**
 * A workspace in one folder of a local disk: {@code plimsoll.db} and the files of models, datasets and runs. Several processes may use it at
 * once, and several threads one of these objects.
 */
public final class LocalWorkspace implements Workspace {
    private final SqliteMetadata metadata;
    private final FileArtifactStore artifacts;

    private LocalWorkspace(SqliteMetadata metadata, FileArtifactStore artifacts) {
        this.metadata = metadata;
        this.artifacts = artifacts;
    }

    /**
     * Nothing is touched until it is needed: reading from a folder that is not there finds nothing and makes nothing; the first thing written
     * makes the folder.
     *
     * @param clock gives the times of alias moves and the age of what crashed processes left behind
     */
    public static LocalWorkspace open(Path folder, Clock clock) {
        Path root = folder.toAbsolutePath().normalize();
        return new LocalWorkspace(
                new SqliteMetadata(root.resolve("plimsoll.db"), clock), new FileArtifactStore(root, clock));
    }

    @Override
    public RunRecords runs() {
        return metadata.runs();
    }

    @Override
    public DatasetCatalog datasets() {
        return metadata.datasets();
    }

    @Override
    public ModelRegistry models() {
        return metadata.models();
    }

    @Override
    public ArtifactStore artifacts() {
        return artifacts;
    }

    @Override
    public void close() {
        try (metadata) {
            artifacts.close();
        }
    }
}
