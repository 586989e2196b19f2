package io.plimsoll.contracts;

import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.workspace.SafeNames;
import io.plimsoll.workspace.StoredContent;
import io.plimsoll.workspace.Upload;
import io.plimsoll.workspace.Uploads;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Tables that were sent, in files of this process alone, since a reader wants files. */
final class MemoryUploads implements Uploads {
    private final SortedMap<String, Path> files = new TreeMap<>();
    private final SortedMap<String, Instant> touched = new TreeMap<>();

    @Override
    public synchronized void put(Upload upload, Path file) {
        try {
            Path kept = Files.createTempDirectory("plimsoll-upload-").resolve(upload.fileName());
            Files.copy(file, kept, StandardCopyOption.REPLACE_EXISTING);
            files.putIfAbsent(upload.sha256(), kept);
            touched.put(upload.sha256(), Instant.now());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized Path file(String sha256) {
        Path file = files.get(SafeNames.sha256(sha256));
        if (file == null) {
            throw PlimsollException.of(
                    ErrorCode.SOURCE_MISSING, "there is no such upload", "upload:" + sha256, "send the table again");
        }
        touched.put(sha256, Instant.now());
        return file;
    }

    synchronized List<StoredContent> contents() {
        return files.keySet().stream()
                .map(id -> new StoredContent(StoredContent.Kind.UPLOAD, id, 0, touched.getOrDefault(id, Instant.EPOCH)))
                .toList();
    }

    synchronized void remove(String sha256) {
        Path file = files.remove(sha256);
        if (file != null) {
            delete(file);
        }
    }

    synchronized void close() {
        files.values().forEach(MemoryUploads::delete);
        files.clear();
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
