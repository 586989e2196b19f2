package io.plimsoll.storage.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
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
        List<Path> paths;
        try {
            paths = paths(folder);
        } catch (NoSuchFileException e) {
            return contents;
        }
        for (Path path : paths) {
            if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                contents.put(folder.relativize(path).toString().replace('\\', '/'), Files.readAllBytes(path));
            }
        }
        return contents;
    }
}
