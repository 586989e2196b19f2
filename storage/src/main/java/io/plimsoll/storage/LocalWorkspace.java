package io.plimsoll.storage;

import io.plimsoll.storage.audit.FileCheckpoints;
import io.plimsoll.storage.backup.WorkspaceBackup;
import io.plimsoll.storage.files.FileArtifactStore;
import io.plimsoll.storage.metadata.Leases;
import io.plimsoll.storage.metadata.Metadata;
import io.plimsoll.workspace.ArtifactStore;
import io.plimsoll.workspace.Claim;
import io.plimsoll.workspace.DatasetCatalog;
import io.plimsoll.workspace.Endpoints;
import io.plimsoll.workspace.EventLog;
import io.plimsoll.workspace.ModelRegistry;
import io.plimsoll.workspace.RunEvents;
import io.plimsoll.workspace.RunQueue;
import io.plimsoll.workspace.RunRecords;
import io.plimsoll.workspace.SharedWorkspace;
import io.plimsoll.workspace.Workspace;
import java.nio.file.Path;
import java.time.Clock;

/**
 * A workspace in one folder of a local disk: {@code plimsoll.db} and the files of models, datasets and runs. Several processes may use it at
 * once, and several threads one of these objects.
 */
public final class LocalWorkspace implements SharedWorkspace {
    /** The file that everything is remembered in. */
    private static final String DATABASE = "plimsoll.db";

    /** The folder of checkpoints, where no other place was chosen for them. */
    private static final String CHECKPOINTS = "checkpoints";

    private final Metadata metadata;
    private final FileArtifactStore artifacts;

    private final Path root;

    private LocalWorkspace(Path root, Metadata metadata, FileArtifactStore artifacts) {
        this.root = root;
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
        Metadata metadata = Metadata.inFile(
                root.resolve(DATABASE),
                clock,
                new StagingLeases(artifacts),
                new FileCheckpoints(checkpoints.toAbsolutePath().normalize()));
        return new LocalWorkspace(root, metadata, artifacts);
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
    public Endpoints endpoints() {
        return metadata.endpoints();
    }

    @Override
    public EventLog events() {
        return metadata.events();
    }

    @Override
    public ArtifactStore artifacts() {
        return artifacts;
    }

    @Override
    public RunQueue queue() {
        return metadata.queue();
    }

    @Override
    public RunEvents runEvents() {
        return metadata.runEvents();
    }

    @Override
    public Workspace under(Claim claim) {
        return new ClaimedWorkspace(metadata.under(claim), artifacts);
    }

    /**
     * Copies the whole workspace, while others may work in it. Checkpoints that lie elsewhere are not part of it.
     *
     * @param target a folder that is not there yet, or is empty
     * @throws io.plimsoll.fault.PlimsollException with {@code ALREADY_EXISTS} or {@code STORAGE}
     */
    public WorkspaceBackup.Copied backUp(Path target) {
        return new WorkspaceBackup(DATABASE)
                .make(root, metadata::copyTo, target.toAbsolutePath().normalize());
    }

    /**
     * Makes a workspace of a backup.
     *
     * @param folder of the workspace: not there yet, or empty
     * @throws io.plimsoll.fault.PlimsollException with {@code ALREADY_EXISTS}, {@code BACKUP_DAMAGED} or {@code STORAGE}
     */
    public static WorkspaceBackup.Copied restore(Path backup, Path folder) {
        return new WorkspaceBackup(DATABASE)
                .restore(
                        backup.toAbsolutePath().normalize(),
                        folder.toAbsolutePath().normalize());
    }

    @Override
    public void close() {
        try (metadata) {
            artifacts.close();
        }
    }
}
