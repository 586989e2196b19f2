package io.plimsoll.storage.files;

import io.plimsoll.workspace.StoredFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What lies in a folder, at any depth. Links are not followed. */
final class FileTree {
    private FileTree() {}

    /** The folder and all in it, each after what holds it. */
    static List<Path> paths(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** The content of every regular file by relative path with {@code /}; empty if there is no such folder. */
    static SortedMap<String, byte[]> read(Path folder) throws IOException {
        SortedMap<String, byte[]> contents = new TreeMap<>();
        for (Map.Entry<String, Path> file : files(folder).entrySet()) {
            contents.put(file.getKey(), Files.readAllBytes(file.getValue()));
        }
        return contents;
    }

    /** Every regular file by relative path with {@code /}; empty if there is no such folder. */
    static SortedMap<String, Path> files(Path folder) throws IOException {
        SortedMap<String, Path> files = new TreeMap<>();
        List<Path> paths;
        try {
            paths = paths(folder);
        } catch (NoSuchFileException e) {
            return files;
        }
        for (Path path : paths) {
            if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                files.put(folder.relativize(path).toString().replace('\\', '/'), path);
            }
        }
        return files;
    }

    /** Opens a regular file; empty if it is none. */
    static Optional<StoredFile> open(Path file) {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try {
            SeekableByteChannel channel =
                    Files.newByteChannel(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
            return Optional.of(new StoredFile(channel, channel.size()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw FileFaults.reading(e, file);
        }
    }
}
