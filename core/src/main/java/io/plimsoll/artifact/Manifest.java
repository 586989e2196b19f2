package io.plimsoll.artifact;

import io.plimsoll.canonical.CanonicalJson;
import io.plimsoll.canonical.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * {@code manifest.json}: every other file of a model folder with its size and SHA-256, sorted by path. The hash of its own bytes is the
 * model's address.
 *
 * @param format version of this file's layout
 */
record Manifest(int format, SortedMap<String, Entry> files) {
    static final String PATH = "manifest.json";
    private static final int FORMAT = 1;

    /** Names of letters, digits, points, dashes and underscores, joined by slashes; no name begins with a point. */
    private static final Pattern SAFE_PATH =
            Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*");

    Manifest {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /** @param bytes size of the file */
    record Entry(String sha256, long bytes) {
        static Entry of(byte[] content) {
            return new Entry(Sha256.of(content), content.length);
        }
    }

    static Manifest of(Map<String, byte[]> files) {
        SortedMap<String, Entry> entries = new TreeMap<>();
        files.forEach((path, content) -> entries.put(path, Entry.of(content)));
        return new Manifest(FORMAT, entries);
    }

    /** @throws IOException if the bytes are not a manifest of this layout */
    static Manifest read(byte[] json) throws IOException {
        Manifest manifest = CanonicalJson.read(json, Manifest.class);
        if (manifest.format != FORMAT) {
            throw new IOException("a manifest of layout " + manifest.format);
        }
        return manifest;
    }

    byte[] bytes() {
        return CanonicalJson.indented(this).getBytes(StandardCharsets.UTF_8);
    }

    /** Whether a path stays inside any folder that it is resolved against, on every operating system. */
    static boolean isSafe(String path) {
        return SAFE_PATH.matcher(path).matches();
    }
}
