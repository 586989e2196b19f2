package io.plimsoll.storage.files;

import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.Fault;
import io.plimsoll.fault.PlimsollException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;

/** Says what is wrong with a place on a disk, and what it would need. */
public final class FileFaults {
    private static final String READ_ONLY = "Read-only file system";
    private static final String NO_SPACE = "No space left";

    /** SQLite maps 32 KiB at a time for the index of its log. */
    private static final long LEAST_ROOM = 1 << 16;

    private FileFaults() {}

    /** @param bytes how much was to be written; 0 if that is not known */
    public static PlimsollException writing(IOException e, Path place, long bytes) {
        if (reason(e).contains(NO_SPACE) || usable(place) < Math.max(bytes, 1)) {
            String need = bytes == 0 ? "" : String.format(Locale.ROOT, "%,d bytes are needed and ", bytes);
            return storage(e, "the disk is full: " + need + free(place), place, "Free some space, then do this again.");
        }
        if (isForbidden(e)) {
            return storage(
                    e,
                    "the workspace cannot be written",
                    place,
                    "Let this user write to the folder, or choose another workspace with -w.");
        }
        if (e instanceof NotDirectoryException || e instanceof FileAlreadyExistsException || isFileInTheWay(place)) {
            return storage(
                    e,
                    "a file lies where the workspace needs a folder",
                    place,
                    "Move that file away, or choose another workspace with -w.");
        }
        if (e instanceof AtomicMoveNotSupportedException) {
            return storage(
                    e,
                    "the workspace is spread over several file systems",
                    place,
                    "Keep the whole workspace on one local disk, so that files can be put in their place at once.");
        }
        return storage(
                e,
                "the workspace could not be written (" + reason(e) + ")",
                place,
                "Look at the disk's health and the system's log, then do this again; nothing half-written is visible.");
    }

    public static PlimsollException reading(IOException e, Path place) {
        String what = isForbidden(e) ? "not allowed to read" : "could not be read (" + reason(e) + ")";
        return storage(e, what, place, "Let this user read the file, and look at the disk's health.");
    }

    /** How much room is left where a path lies, in words. */
    public static String free(Path place) {
        long usable = usable(place);
        return usable == Long.MAX_VALUE
                ? "the free space is not known"
                : String.format(Locale.ROOT, "%,d bytes are free", usable);
    }

    /** Whether there is too little room for a database even to be read. */
    public static boolean isFull(Path place) {
        return usable(place) < LEAST_ROOM;
    }

    private static long usable(Path place) {
        for (Path folder = place.toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder)) {
                try {
                    return Files.getFileStore(folder).getUsableSpace();
                } catch (IOException e) {
                    return Long.MAX_VALUE;
                }
            }
        }
        return Long.MAX_VALUE;
    }

    private static boolean isForbidden(IOException e) {
        return e instanceof AccessDeniedException || reason(e).contains(READ_ONLY);
    }

    /** Whether one of the folders that a path needs is a file. */
    public static boolean isFileInTheWay(Path place) {
        for (Path folder = place.getParent(); folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder)) {
                return true;
            }
        }
        return false;
    }

    /** What the system says, without the path, which is told apart from it. */
    private static String reason(IOException e) {
        String reason = e instanceof FileSystemException system ? system.getReason() : e.getMessage();
        return Objects.requireNonNullElse(reason, e.getClass().getSimpleName());
    }

    private static PlimsollException storage(IOException cause, String what, Path place, String help) {
        return new PlimsollException(new Fault(ErrorCode.STORAGE, what, place.toString(), help), cause);
    }

    /** What lies at an address is not what was stored there. */
    static PlimsollException damaged(String what, Path address) {
        return PlimsollException.of(
                ErrorCode.ARTIFACT_DAMAGED,
                what,
                address.toString(),
                "Bring the whole folder back from a backup or a copy; nothing was changed there.");
    }
}
