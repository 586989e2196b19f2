package io.plimsoll.read;

import io.plimsoll.config.SourceConfig;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A source to be read.
 *
 * @param name the table's name in SQL
 * @param path a file, or a pattern that names several; null for rows of a database, which {@link StagedReader} puts into a file first
 * @param config how its files are written; {@link SourceConfig#shown()} is what to call it in messages
 */
public record SourceSpec(String name, @Nullable Path path, SourceConfig config) {
    /** @param shown the path as the user wrote it */
    public SourceSpec(String name, Path path, String shown) {
        this(name, path, SourceConfig.of(shown));
    }

    String shown() {
        return config.shown();
    }

    /** The file or pattern of a source whose rows lie in files. */
    Path files() {
        return Objects.requireNonNull(path, "rows of a database are put into a file first");
    }
}
