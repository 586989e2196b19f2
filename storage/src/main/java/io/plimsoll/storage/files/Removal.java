package io.plimsoll.storage.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

/**
 * Removes folders that nobody refers to, while others may just be storing the same again. Whoever stores touches the folder before relying on
 * it, and whoever removes looks at that time after having moved the folder away: one of the two sees the other.
 */
final class Removal {
    private final Staging staging;

    Removal(Staging staging) {
        this.staging = staging;
    }

    /**
     * Touches what is there already, by the system's time: it is compared with times that the file system gives.
     *
     * @return false if it is not there, so that it must be stored
     */
    static boolean keep(Path address) throws IOException {
        try {
            Files.setLastModifiedTime(address, FileTime.from(Instant.now()));
            return true;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /** @param touched when the folder was found to have been stored last */
    boolean remove(Path folder, Instant touched) throws IOException {
        Path aside = staging.path();
        try {
            DurableFiles.move(folder, aside);
        } catch (NoSuchFileException e) {
            return false;
        }
        if (Files.getLastModifiedTime(aside).toInstant().isAfter(touched)) {
            putBack(aside, folder);
            return false;
        }
        Staging.discard(aside);
        return true;
    }

    private static void putBack(Path aside, Path folder) throws IOException {
        try {
            DurableFiles.move(aside, folder);
        } catch (IOException e) {
            // Stored anew meanwhile by whoever had touched it
            if (!Files.exists(folder)) {
                throw e;
            }
            Staging.discard(aside);
        }
    }
}
