package io.plimsoll.storage;

import io.plimsoll.access.Secrecy;
import io.plimsoll.audit.Chain;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.storage.audit.FileCheckpoints;
import io.plimsoll.storage.backup.WorkspaceBackup;
import io.plimsoll.storage.backup.WorkspaceCopy;
import io.plimsoll.storage.files.FileArtifactStore;
import io.plimsoll.storage.metadata.Leases;
import io.plimsoll.storage.metadata.Metadata;
import io.plimsoll.storage.metadata.Metadata.Surroundings;
import io.plimsoll.storage.metadata.PostgresPlace;
import io.plimsoll.workspace.RunQueue;
import io.plimsoll.workspace.SharedWorkspace;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.BiFunction;

/**
 * A workspace with the files of models, datasets and runs in one folder, and its memory there, too, in {@code plimsoll.db}, or in PostgreSQL.
 * Several processes may use it at once, and several threads one of these objects.
 */
public final class LocalWorkspace extends StoredWorkspace implements SharedWorkspace {
    /** The file that everything is remembered in. */
    private static final String DATABASE = "plimsoll.db";

    /** The folder of checkpoints, where no other place was chosen for them. */
    public static final String CHECKPOINTS = "checkpoints";

    private final Metadata metadata;
    private final FileArtifactStore artifacts;

    private final Path root;

    private LocalWorkspace(Path root, Metadata metadata, FileArtifactStore artifacts) {
        super(metadata, artifacts);
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
        return open(folder, clock, checkpoints, Secrecy.usual());
    }

    static LocalWorkspace open(Path folder, Clock clock, Path checkpoints, Secrecy secrecy) {
        return open(
                folder,
                clock,
                (root, leases) -> Metadata.inFile(
                        root.resolve(DATABASE), new Surroundings(clock, leases, checkpointsIn(checkpoints), secrecy)));
    }

    /**
     * A workspace whose memory lies in PostgreSQL, with the same promises.
     *
     * @param place holds nothing else
     * @param artifacts the folder of files, which every machine that works in it sees
     * @param checkpoints the second place, where the end of the event log is noted
     */
    public static LocalWorkspace open(PostgresPlace place, Path artifacts, Clock clock, Path checkpoints) {
        return open(place, artifacts, clock, checkpoints, Secrecy.usual());
    }

    static LocalWorkspace open(PostgresPlace place, Path artifacts, Clock clock, Path checkpoints, Secrecy secrecy) {
        return open(
                artifacts,
                clock,
                (root, leases) -> Metadata.inPostgres(
                        place, new Surroundings(clock, leases, checkpointsIn(checkpoints), secrecy)));
    }

    private static LocalWorkspace open(Path folder, Clock clock, BiFunction<Path, Leases, Metadata> opening) {
        Path root = folder.toAbsolutePath().normalize();
        FileArtifactStore artifacts = new FileArtifactStore(root, clock);
        Metadata metadata = opening.apply(root, new StagingLeases(artifacts));
        return new LocalWorkspace(root, metadata, artifacts);
    }

    private static FileCheckpoints checkpointsIn(Path folder) {
        return new FileCheckpoints(folder.toAbsolutePath().normalize());
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
    public RunQueue queue() {
        return metadata.queue();
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

    /**
     * Copies the whole workspace into a folder, while others may work in it.
     *
     * @param target not there yet, or empty
     * @throws io.plimsoll.fault.PlimsollException with {@code ALREADY_EXISTS} or {@code STORAGE}; then nothing is there
     */
    public WorkspaceBackup.Copied copyTo(Path target) {
        return copy().intoFolder(target.toAbsolutePath().normalize(), LocalWorkspace::requireTrueLog);
    }

    /**
     * Copies the whole workspace into a database and a folder, while others may work in it.
     *
     * @param place in which there is nothing yet
     * @param artifacts not there yet, or empty
     */
    public WorkspaceBackup.Copied copyTo(PostgresPlace place, Path artifacts) {
        return copy().intoServer(
                        artifacts.toAbsolutePath().normalize(), new Rows(place), LocalWorkspace::requireTrueLog);
    }

    private WorkspaceCopy copy() {
        return WorkspaceCopy.of(DATABASE, root, metadata::copyTo);
    }

    /** Makes a workspace in a database and a folder of a backup. */
    public static WorkspaceBackup.Copied restore(Path backup, PostgresPlace place, Path artifacts) {
        return WorkspaceCopy.ofBackup(DATABASE, backup.toAbsolutePath().normalize())
                .intoServer(artifacts.toAbsolutePath().normalize(), new Rows(place), file -> {});
    }

    /** The tables of a workspace in PostgreSQL. */
    private record Rows(PostgresPlace place) implements WorkspaceCopy.Server {
        @Override
        public void requireNew(Path scratch) {
            Metadata.requireNew(place, scratch);
        }

        @Override
        public void fill(Path file) {
            Metadata.fill(place, file);
        }
    }

    private static void requireTrueLog(Path database) {
        try (LocalWorkspace copied = open(database.resolveSibling(""), Clock.systemUTC())) {
            if (Chain.verify(copied.events()).isPresent()) {
                throw PlimsollException.of(
                        ErrorCode.STORAGE,
                        "the event log of this workspace does not verify, so that it is not copied",
                        "",
                        "`plimsoll audit verify` says where it was changed");
            }
        }
    }

    @Override
    public void close() {
        try (metadata) {
            artifacts.close();
        }
    }
}
