package io.plimsoll.storage.backup;

import io.plimsoll.canonical.Sha256;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.storage.files.DurableFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Copies a workspace into a folder, and back. The database is copied as it is at one moment, then the files: whatever a row of the copy refers
 * to was stored before that row, and nothing that is referred to is ever removed, so the copy has it.
 */
public final class WorkspaceBackup {
    /** Copied before the database, since the log that they tell of may only be longer, never shorter. */
    private static final String CHECKPOINTS = "checkpoints";

    /** Copied after the database, since files are there before the rows that refer to them. */
    private static final List<String> FOLDERS = List.of("models", "datasets", "runs", "uploads");

    private final String database;

    /** @param database name of the database's file */
    public WorkspaceBackup(String database) {
        this.database = database;
    }

    /**
     * What was copied.
     *
     * @param bytes of all files
     */
    public record Copied(int files, long bytes) {}

    /**
     * Makes a backup: whole, or not at all.
     *
     * @param copyDatabase copies the database into a new file
     * @param target a folder that is not there yet, or is empty
     * @throws PlimsollException with {@code ALREADY_EXISTS}, or {@code STORAGE}
     */
    public Copied make(Path workspace, Consumer<Path> copyDatabase, Path target) {
        return Placing.in(target, partial -> {
            SortedMap<String, String> sums = take(workspace, copyDatabase, partial);
            byte[] list = BackupList.of(sums).json().getBytes(StandardCharsets.UTF_8);
            DurableFiles.write(partial.resolve(BackupList.NAME), list);
            return sums.keySet();
        });
    }

    /** Brings all of a workspace into a folder, each file compared with its original once it is written. */
    SortedMap<String, String> take(Path workspace, Consumer<Path> copyDatabase, Path folder) throws IOException {
        SortedMap<String, String> sums = new TreeMap<>();
        copyAll(workspace, CHECKPOINTS, folder, sums);
        copyDatabase.accept(folder.resolve(database));
        sums.put(database, Sha256.of(folder.resolve(database)));
        for (String each : FOLDERS) {
            copyAll(workspace, each, folder, sums);
        }
        return sums;
    }

    /**
     * Makes a workspace of a backup, after every file has been held against the backup's list.
     *
     * @param workspace a folder that is not there yet, or is empty
     * @throws PlimsollException with {@code ALREADY_EXISTS}, {@code BACKUP_DAMAGED} with every fault, or {@code STORAGE}
     */
    public Copied restore(Path backup, Path workspace) {
        return Placing.in(workspace, partial -> bring(backup, partial).keySet());
    }

    /** Brings all of a backup into a folder. */
    SortedMap<String, String> bring(Path backup, Path folder) throws IOException {
        BackupList list = BackupList.read(backup);
        list.verify(backup);
        SortedMap<String, String> sums = new TreeMap<>();
        for (String path : list.files().keySet()) {
            copy(backup, path, folder, sums);
        }
        if (!sums.equals(list.files())) {
            throw new IOException("the backup changed while it was read");
        }
        return sums;
    }

    private static void copyAll(Path from, String folder, Path to, SortedMap<String, String> sums) throws IOException {
        for (String path : filesIn(from, folder)) {
            copy(from, path, to, sums);
        }
    }

    /** A file that is for its owner alone stays so: the key that signs checkpoints. */
    private static void copy(Path from, String path, Path to, SortedMap<String, String> sums) throws IOException {
        Path target = to.resolve(path);
        Files.createDirectories(Objects.requireNonNull(target.getParent()));
        try {
            sums.put(path, DurableFiles.copy(from.resolve(path), target));
            PosixFileAttributeView rights =
                    Files.getFileAttributeView(from.resolve(path), PosixFileAttributeView.class);
            if (rights != null) {
                Files.setPosixFilePermissions(target, rights.readAttributes().permissions());
            }
        } catch (NoSuchFileException e) {
            // `gc` or an erasure was faster: nothing that is still wanted is ever removed
            Files.deleteIfExists(target);
        }
    }

    private static List<String> filesIn(Path root, String folder) throws IOException {
        Path start = root.resolve(folder);
        if (!Files.isDirectory(start, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        try (Stream<Path> tree = Files.walk(start)) {
            return tree.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                    .map(path -> root.relativize(path).toString().replace('\\', '/'))
                    .filter(path -> !path.endsWith("/lock"))
                    .sorted()
                    .toList();
        }
    }
}
