package io.plimsoll.storage.files;

import io.plimsoll.workspace.SafeNames;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where files lie until they are whole. Each store of each process has a folder of its own here and keeps it locked; what a process that
 * crashed left behind is removed a day later.
 */
final class Staging implements AutoCloseable {
    private static final Duration AGE_OF_LEFTOVERS = Duration.ofDays(1);
    private static final String LOCK = "lock";

    private final Path root;
    private final Clock clock;
    private final String process;
    private @Nullable Path own;
    private @Nullable FileChannel lock;
    private long used;

    Staging(Path root, Clock clock) {
        this.root = root;
        this.clock = clock;
        ProcessHandle current = ProcessHandle.current();
        this.process = current.pid() + "-"
                + current.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    /** A path that nothing has used yet. */
    synchronized Path path() throws IOException {
        Path folder = own();
        used++;
        return folder.resolve(Long.toString(used));
    }

    /** Name of the folder that this process keeps locked. */
    String name() throws IOException {
        return own().getFileName().toString();
    }

    /**
     * Whether a process keeps the folder of this name locked. Of one's own process only the name is looked at: opening and closing a locked
     * file would give up the lock (POSIX); such a folder goes when its store is closed.
     */
    boolean isLocked(String name) {
        Path folder = root.resolve(SafeNames.id(name));
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        return name.startsWith(process) || !isFree(folder);
    }

    private synchronized Path own() throws IOException {
        if (own == null) {
            DurableFiles.createFolders(root);
            removeLeftovers();
            own = createOwn();
        }
        return own;
    }

    /** A new, empty folder. */
    Path folder() throws IOException {
        return Files.createDirectory(path());
    }

    /** Removes a file or folder of this staging, if it is still there. What cannot be removed is left for a later sweep. */
    static void discard(Path path) {
        if (Files.notExists(path, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try {
            DurableFiles.delete(path);
        } catch (IOException e) {
            // The reason for discarding, if there was a fault, is the one worth telling
        }
    }

    @Override
    public synchronized void close() throws IOException {
        if (lock != null) {
            lock.close();
            lock = null;
        }
        if (own != null) {
            discard(own);
            own = null;
        }
    }

    private Path createOwn() throws IOException {
        for (int n = 1; ; n++) {
            Path candidate = root.resolve(process + "-" + n);
            try {
                Files.createDirectory(candidate);
            } catch (FileAlreadyExistsException e) {
                continue;
            }
            lock = open(candidate);
            lock.lock();
            return candidate;
        }
    }

    /**
     * Looks at no folder of this very process: opening and closing a locked file would give up the lock that another store of this process
     * holds on it (POSIX).
     */
    private void removeLeftovers() throws IOException {
        Instant limit = clock.instant().minus(AGE_OF_LEFTOVERS);
        List<Path> folders;
        try (Stream<Path> entries = Files.list(root)) {
            folders = entries.filter(entry -> !entry.getFileName().toString().startsWith(process))
                    .toList();
        }
        for (Path folder : folders) {
            if (isLeftover(folder, limit)) {
                discard(folder);
            }
        }
    }

    private static boolean isLeftover(Path folder, Instant limit) {
        try {
            if (Files.getLastModifiedTime(folder).toInstant().isAfter(limit)) {
                return false;
            }
            return isFree(folder);
        } catch (IOException e) {
            // Just being removed by somebody else
            return false;
        }
    }

    private static boolean isFree(Path folder) {
        try (FileChannel channel = open(folder);
                FileLock free = channel.tryLock()) {
            return free != null;
        } catch (IOException | OverlappingFileLockException e) {
            // Somebody else's, or just being removed by somebody else
            return false;
        }
    }

    private static FileChannel open(Path folder) throws IOException {
        return FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }
}
