package io.plimsoll.exchange;

import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.Fault;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.workspace.SafeNames;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** The files of a zip or a folder that somebody else made, as bytes, within bounds. */
public final class Incoming {
    private final Place place;
    private final Limits limits;
    private final SortedMap<String, byte[]> files = new TreeMap<>();
    private long bytes;

    Incoming(Place place, Limits limits) {
        this.place = place;
        this.limits = limits;
    }

    /**
     * Where it lies.
     *
     * @param shown as it was typed
     */
    public record Place(Path path, String shown) {
        PlimsollException refused(String what) {
            return PlimsollException.of(
                    ErrorCode.IMPORT_REFUSED,
                    what,
                    shown,
                    "Give a zip that `plimsoll models export` made, or a model folder; nothing was registered.");
        }
    }

    /** @param bytes of all files together, unpacked */
    record Limits(int files, long bytes) {
        static final Limits USUAL = new Limits(1_000, 1L << 29);
    }

    /** Every file by its path with {@code /}. */
    SortedMap<String, byte[]> read() {
        if (Files.notExists(place.path())) {
            throw PlimsollException.of(
                    ErrorCode.SOURCE_MISSING,
                    "there is no such file or folder",
                    place.shown(),
                    "give the path of an exported zip or of a model folder");
        }
        try {
            if (Files.isDirectory(place.path())) {
                readFolder();
            } else {
                readZip();
            }
            return files;
        } catch (ZipException e) {
            throw place.refused("this is not a zip, or a damaged one");
        } catch (IOException e) {
            Fault fault =
                    new Fault(ErrorCode.SOURCE_UNREADABLE, "it cannot be read", place.shown(), "let this user read it");
            throw new PlimsollException(fault, e);
        }
    }

    private void readZip() throws IOException {
        try (ZipFile zip = new ZipFile(place.path().toFile())) {
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                if (!entry.isDirectory()) {
                    try (InputStream in = zip.getInputStream(entry)) {
                        add(entry.getName(), in);
                    }
                }
            }
        }
    }

    /** Links are not followed: what they lead to is no part of what was given. */
    private void readFolder() throws IOException {
        List<Path> found;
        try (Stream<Path> walk = Files.walk(place.path(), 16, new FileVisitOption[0])) {
            found = walk.filter(
                            path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS) && !path.equals(place.path()))
                    .limit(limits.files() + 1L)
                    .toList();
        }
        for (Path file : found) {
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                throw place.refused("it holds a link, or something else that is neither file nor folder");
            }
            String name = place.path()
                    .relativize(file)
                    .toString()
                    .replace(file.getFileSystem().getSeparator(), "/");
            try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
                add(name, in);
            }
        }
    }

    /** What a zip says of its sizes is not believed: no more is read than is allowed. */
    private void add(String name, InputStream in) throws IOException {
        requireSafe(name);
        if (files.size() == limits.files()) {
            throw place.refused("it holds more than " + limits.files() + " files");
        }
        long left = limits.bytes() - bytes;
        byte[] content = in.readNBytes((int) Math.min(Integer.MAX_VALUE - 16L, left + 1));
        bytes += content.length;
        if (bytes > limits.bytes()) {
            throw place.refused("its files are larger than " + (limits.bytes() >> 20) + " MiB together");
        }
        if (files.put(name, content) != null) {
            throw place.refused("it holds two files of one name");
        }
    }

    private void requireSafe(String name) {
        try {
            SafeNames.path(name);
        } catch (IllegalArgumentException e) {
            throw place.refused("it holds a name that leads out of its folder, or one that no model has");
        }
    }
}
