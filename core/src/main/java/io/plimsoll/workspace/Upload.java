package io.plimsoll.workspace;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A table that somebody has sent, known by the SHA-256 of its bytes. Where the path of a source may stand, {@code upload:SHA256} means it.
 *
 * @param ending by which a reader knows how it is written: one of {@link #ENDINGS}
 */
public record Upload(String sha256, String ending) {
    public static final List<String> ENDINGS = List.of("csv", "parquet");

    private static final Pattern REFERENCE = Pattern.compile("upload:([0-9a-f]{64})");

    public Upload {
        SafeNames.sha256(sha256);
        if (!ENDINGS.contains(ending)) {
            throw new IllegalArgumentException("an upload is a table in CSV or Parquet");
        }
    }

    /** The SHA-256 of the upload that a path means; empty if it means a file. */
    public static Optional<String> in(String path) {
        Matcher reference = REFERENCE.matcher(path);
        return reference.matches() ? Optional.of(reference.group(1)) : Optional.empty();
    }

    /** What to write in place of a path. */
    public String reference() {
        return "upload:" + sha256;
    }

    /** The name of its file. */
    public String fileName() {
        return sha256 + "." + ending;
    }
}
