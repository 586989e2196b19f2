package io.plimsoll.artifact;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A model folder as bytes: relative path with {@code /} → content, {@code manifest.json} included.
 *
 * @param sha256 the model's address: SHA-256 of {@code manifest.json}, which lists the SHA-256 of every other file
 */
public record ModelFiles(String sha256, SortedMap<String, byte[]> files) {
    public ModelFiles {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /** @throws IllegalArgumentException if there is no such file */
    public byte[] file(String path) {
        byte[] content = files.get(path);
        if (content == null) {
            throw new IllegalArgumentException("the model folder has no file " + path);
        }
        return content;
    }
}
