package io.plimsoll.score;

import io.plimsoll.config.SourceFormat;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where scores go.
 *
 * @param file replaced as a whole, or not at all
 * @param shown as the user wrote it
 * @param copyTo a folder that gets a copy; null for none
 */
public record Delivery(
        Path file,
        String shown,
        SourceFormat format,
        @Nullable Path copyTo) {
    /** The name of the file beside it that lists the keys of rows left out. */
    static final String LEFT_OUT = ".skipped";

    Path leftOut() {
        return file.resolveSibling(file.getFileName() + LEFT_OUT);
    }
}
