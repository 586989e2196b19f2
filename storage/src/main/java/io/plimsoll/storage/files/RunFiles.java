package io.plimsoll.storage.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The files of runs, each in the folder of its run. */
record RunFiles(Addresses addresses, Staging staging) {
    void put(String runId, String path, byte[] content) {
        Path target = addresses.evidence(runId, path);
        try {
            Path staged = staging.path();
            try {
                DurableFiles.write(staged, content);
                DurableFiles.createFolders(folderOf(target));
                DurableFiles.move(staged, target);
            } catch (IOException e) {
                throw FileFaults.writing(e, target, content.length);
            } finally {
                Staging.discard(staged);
            }
        } catch (IOException e) {
            throw FileFaults.writing(e, target, content.length);
        }
    }

    void put(String runId, String path, Path file) {
        Path target = addresses.evidence(runId, path);
        try {
            Path staged = staging.path();
            try {
                DurableFiles.copy(file, staged);
                DurableFiles.createFolders(folderOf(target));
                DurableFiles.move(staged, target);
            } finally {
                Staging.discard(staged);
            }
        } catch (IOException e) {
            throw FileFaults.writing(e, target, file.toFile().length());
        }
    }

    boolean copy(String runId, String path, Path file) {
        Path source = addresses.evidence(runId, path);
        if (!Files.isRegularFile(source, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try {
            Files.copy(source, file);
            return true;
        } catch (IOException e) {
            throw FileFaults.writing(e, file, source.toFile().length());
        }
    }

    Optional<byte[]> read(String runId, String path) {
        Path file = addresses.evidence(runId, path);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw FileFaults.reading(e, file);
        }
    }

    List<String> paths(String runId) {
        Path folder = addresses.run(runId);
        try {
            return List.copyOf(FileTree.files(folder).keySet());
        } catch (IOException e) {
            throw FileFaults.reading(e, folder);
        }
    }

    void erase(String runId, String path) {
        Path file = addresses.evidence(runId, path);
        try {
            if (Files.deleteIfExists(file)) {
                DurableFiles.syncFolder(folderOf(file));
            }
        } catch (IOException e) {
            throw FileFaults.writing(e, file, 0);
        }
    }

    private static Path folderOf(Path file) {
        return Objects.requireNonNull(file.getParent(), "every place lies in the workspace");
    }
}
