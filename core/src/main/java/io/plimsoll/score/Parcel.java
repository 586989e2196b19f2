package io.plimsoll.score;

import io.plimsoll.canonical.Sha256;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.Fault;
import io.plimsoll.fault.PlimsollException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Files that are made beside the places where they go, and put there one after the other once all of them are whole; else nothing of them is left. */
final class Parcel implements AutoCloseable {
    private final Map<Path, Path> stagedByPlace = new LinkedHashMap<>();
    private final String run;
    private final String shown;

    /** Makes a file. */
    interface Content {
        void write(Path file) throws IOException;
    }

    /** @param shown what to call the place in messages */
    Parcel(String run, String shown) {
        this.run = run;
        this.shown = shown;
    }

    void add(Path place, Content content) {
        Path folder = Objects.requireNonNull(place.toAbsolutePath().getParent(), "a file lies in a folder");
        Path staged = folder.resolve("." + place.getFileName() + "." + run);
        try {
            if (Files.isDirectory(place)) {
                throw new IOException("a folder");
            }
            stagedByPlace.put(place, staged);
            content.write(staged);
            try (FileChannel channel = FileChannel.open(staged, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
        } catch (IOException e) {
            throw refused(e);
        }
    }

    /** Hash of a file that is made and not yet in its place. */
    String sha256(Path place) {
        try {
            return Sha256.of(staged(place));
        } catch (IOException e) {
            throw refused(e);
        }
    }

    long bytes(Path place) {
        try {
            return Files.size(staged(place));
        } catch (IOException e) {
            throw refused(e);
        }
    }

    /** Where a file lies until it is delivered. */
    Path staged(Path place) {
        return Objects.requireNonNull(stagedByPlace.get(place), "it was added");
    }

    void deliver() {
        try {
            for (Map.Entry<Path, Path> file : stagedByPlace.entrySet()) {
                Files.move(
                        file.getValue(),
                        file.getKey(),
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw refused(e);
        }
    }

    /** Takes away what was made and not delivered. */
    @Override
    public void close() {
        for (Path staged : stagedByPlace.values()) {
            try {
                Files.deleteIfExists(staged);
            } catch (IOException e) {
                staged.toFile().deleteOnExit();
            }
        }
    }

    private PlimsollException refused(IOException cause) {
        return new PlimsollException(
                new Fault(
                        ErrorCode.STORAGE,
                        "the scores cannot be written (" + cause.getClass().getSimpleName() + ")",
                        shown,
                        "name a file in a folder that is there and that this user may write to, on a disk that has room"),
                cause);
    }
}
