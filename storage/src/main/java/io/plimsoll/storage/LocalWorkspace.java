package io.plimsoll.storage;

import io.plimsoll.storage.audit.FileCheckpoints;
import io.plimsoll.storage.files.FileArtifactStore;
import io.plimsoll.storage.metadata.Leases;
import io.plimsoll.storage.metadata.SqliteMetadata;
import io.plimsoll.workspace.ArtifactStore;
import io.plimsoll.workspace.DatasetCatalog;
import io.plimsoll.workspace.EventLog;
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
    /** The file that everything is remembered in. */
    static final String DATABASE = "plimsoll.db";

    /** The folder of checkpoints, where no other place was chosen for them. */
    static final String CHECKPOINTS = "checkpoints";

    private final SqliteMetadata metadata;
    private final FileArtifactStore artifacts;

    private LocalWorkspace(SqliteMetadata metadata, FileArtifactStore artifacts) {
        this.metadata = metadata;
        this.artifacts = artifacts;
    }

    /**
     * Nothing is touched until it is needed: reading from a folder that is not there finds nothing and makes nothing; the first thing written
     * makes the folder. Checkpoints of the event log lie in the folder itself.
     *
     * @param clock gives the times of governance changes and the age of what crashed processes left behind
     */
    public static LocalWorkspace open(Path folder, Clock clock) {
        return open(folder, clock, folder.resolve(CHECKPOINTS));
    }

    /** @param checkpoints the second place, where the end of the event log is noted */
    public static LocalWorkspace open(Path folder, Clock clock, Path checkpoints) {
        Path root = folder.toAbsolutePath().normalize();
        FileArtifactStore artifacts = new FileArtifactStore(root, clock);
        SqliteMetadata metadata = new SqliteMetadata(
                root.resolve(DATABASE),
                clock,
                new StagingLeases(artifacts),
                new FileCheckpoints(checkpoints.toAbsolutePath().normalize()));
        return new LocalWorkspace(metadata, artifacts);
    }

    /** A process lives as long as it keeps its folder in staging locked. */
    private record StagingLeases(FileArtifactStore artifacts) implements Leases {
        @Override
        public String own() {
            return artifacts.lease();
        }

        @Override
        public boolean isHeld(String lease) {
            return artifacts.isHeld(lease);
        }
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
    public EventLog events() {
        return metadata.events();
    }

    @Override
    public ArtifactStore artifacts() {
        return artifacts;
    }

    SqliteMetadata metadata() {
        return metadata;
    }

    @Override
    public void close() {
        try (metadata) {
            artifacts.close();
        }
    }
}
