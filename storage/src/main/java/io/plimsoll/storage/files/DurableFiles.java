package io.plimsoll.storage.files;

import io.plimsoll.canonical.Sha256;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Files and folders that are still there after a power cut. */
public final class DurableFiles {
    private static final int BUFFER = 1 << 16;
    private static final long PAUSE_NANOS = 1_000_000;

    private DurableFiles() {}

    /** Makes a folder and those above it, as far as they are missing. */
    public static void createFolders(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Path parent = folder.getParent();
        if (parent == null) {
            throw new NotDirectoryException(folder.toString());
        }
        createFolders(parent);
        try {
            Files.createDirectory(folder);
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(folder)) {
                throw e;
            }
        }
        syncFolder(parent);
    }

    /** Keeps other processes out until it is closed. */
    public static final class Exclusive implements AutoCloseable {
        private final FileChannel channel;
        private final FileLock lock;

        private Exclusive(FileChannel channel, FileLock lock) {
            this.channel = channel;
            this.lock = lock;
        }

        public boolean isHeld() {
            return lock.isValid();
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }

    /** Waits until nobody else, process or thread, holds the lock of this file, which is made if need be. */
    public static Exclusive exclusive(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            return new Exclusive(channel, lock(channel));
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** The system makes processes wait for each other; threads of one process it refuses. */
    private static FileLock lock(FileChannel channel) throws IOException {
        while (true) {
            try {
                return channel.lock();
            } catch (OverlappingFileLockException e) {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    /** Makes a new file, and checks by reading it again that it has the bytes that it was given. */
    public static void write(Path file, byte[] content) throws IOException {
        try (FileChannel channel = create(file)) {
            writeAll(channel, ByteBuffer.wrap(content));
            channel.force(true);
        }
        requireSame(file, Sha256.of(content));
    }

    /**
     * Makes a new file with the bytes of another, and checks it by reading it again.
     *
     * @return the SHA-256 of the bytes
     */
    public static String copy(Path from, Path to) throws IOException {
        Sha256 sha256 = new Sha256();
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(from);
                FileChannel channel = create(to)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                sha256.add(buffer, 0, n);
                writeAll(channel, ByteBuffer.wrap(buffer, 0, n));
            }
            channel.force(true);
        }
        String written = sha256.hex();
        requireSame(to, written);
        return written;
    }

    /** Puts a file or folder in its place in one step, replacing a file that is there. */
    public static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        Path parent = to.getParent();
        if (parent != null) {
            syncFolder(parent);
        }
    }

    /** Removes a file or folder with all in it. */
    public static void delete(Path path) throws IOException {
        List<Path> innermostFirst = new ArrayList<>(FileTree.paths(path));
        Collections.reverse(innermostFirst);
        for (Path each : innermostFirst) {
            Files.deleteIfExists(each);
        }
    }

    /** Syncs a folder and all folders in it. */
    public static void syncTree(Path folder) throws IOException {
        for (Path path : FileTree.paths(folder)) {
            if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                syncFolder(path);
            }
        }
    }

    static void syncFolder(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (AccessDeniedException e) {
            // Windows neither opens folders nor needs it
            if (File.separatorChar == '/') {
                throw e;
            }
        }
    }

    private static FileChannel create(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    private static void writeAll(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private static void requireSame(Path file, String sha256) throws IOException {
        if (!Sha256.of(file).equals(sha256)) {
            throw new IOException("the disk gave back other bytes than were written");
        }
    }
}
