package io.plimsoll.storage.backup;

import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.Fault;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.storage.backup.WorkspaceBackup.Copied;
import io.plimsoll.storage.files.DurableFiles;
import io.plimsoll.storage.files.FileFaults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;

/** A folder that is filled beside its place, and moved there when it is whole. */
final class Placing {
    private Placing() {}

    /** Fills a folder. */
    interface Filling {
        /** @return the files that count, as paths in the folder */
        Set<String> into(Path folder) throws IOException;
    }

    /**
     * Makes a folder: whole, or not at all.
     *
     * @param target not there yet, or empty
     * @throws PlimsollException with {@code ALREADY_EXISTS}, {@code STORAGE}, or what the filling throws
     */
    static Copied in(Path target, Filling filling) {
        requireFree(target);
        Path partial = beside(target, "partial");
        try {
            clear(partial);
            DurableFiles.createFolders(partial);
            Set<String> files = filling.into(partial);
            long bytes = 0;
            for (String path : files) {
                bytes += Files.size(partial.resolve(path));
            }
            DurableFiles.syncTree(partial);
            Files.deleteIfExists(target);
            DurableFiles.move(partial, target);
            return new Copied(files.size(), bytes);
        } catch (IOException e) {
            PlimsollException fault = FileFaults.writing(e, target, 0);
            clear(partial, fault);
            throw fault;
        } catch (RuntimeException e) {
            clear(partial, e);
            throw e;
        }
    }

    /** A hidden file or folder beside another, named after it. */
    static Path beside(Path target, String use) {
        return target.resolveSibling("." + target.getFileName() + "." + use);
    }

    /** Removes what is of no use any more; what goes wrong here is told with why it is of none. */
    static void clear(Path path, RuntimeException reason) {
        try {
            clear(path);
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
    }

    static void clear(Path path) throws IOException {
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            DurableFiles.delete(path);
        }
    }

    static void requireFree(Path target) {
        try (Stream<Path> entries = Files.list(target)) {
            if (entries.findAny().isPresent()) {
                throw inTheWay(target);
            }
        } catch (NoSuchFileException e) {
            return;
        } catch (IOException e) {
            throw inTheWay(target);
        }
    }

    private static PlimsollException inTheWay(Path target) {
        return new PlimsollException(new Fault(
                ErrorCode.ALREADY_EXISTS,
                "something is there already, and nothing is ever overwritten",
                target.toString(),
                "name a folder that is not there yet, or an empty one"));
    }
}
