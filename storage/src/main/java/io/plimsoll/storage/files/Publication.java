package io.plimsoll.storage.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Makes folders visible as a whole: filled in staging, synced, then moved to their address in one step. */
final class Publication {
    private final Staging staging;

    Publication(Staging staging) {
        this.staging = staging;
    }

    /** Puts the files that belong to an address into a folder. */
    interface Filling {
        void fill(Path folder) throws IOException;
    }

    /** @return false if the address is taken, by whomever: then nothing was changed */
    boolean put(Path address, long bytes, Filling filling) {
        try {
            if (Removal.keep(address)) {
                DurableFiles.syncFolder(folderOf(address));
                return false;
            }
            Path folder = staging.folder();
            try {
                filling.fill(folder);
                DurableFiles.syncTree(folder);
                DurableFiles.createFolders(folderOf(address));
                return publish(folder, address);
            } catch (IOException e) {
                throw FileFaults.writing(e, address, bytes);
            } finally {
                Staging.discard(folder);
            }
        } catch (IOException e) {
            throw FileFaults.writing(e, address, bytes);
        }
    }

    /** A folder that is not empty is never replaced by a move, so the first of two writers wins. */
    private static boolean publish(Path folder, Path address) throws IOException {
        try {
            DurableFiles.move(folder, address);
            return true;
        } catch (IOException e) {
            if (Files.exists(folder) && Files.exists(address)) {
                DurableFiles.syncFolder(folderOf(address));
                return false;
            }
            throw e;
        }
    }

    private static Path folderOf(Path address) {
        return Objects.requireNonNull(address.getParent(), "every place lies in the workspace");
    }
}
