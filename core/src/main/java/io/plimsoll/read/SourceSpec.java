package io.plimsoll.read;

import io.plimsoll.config.SourceConfig;
import java.nio.file.Path;

/**
 * A source to be read.
 *
 * @param name the table's name in SQL
 * @param path a file, or a pattern that names several
 * @param config how its files are written; {@link SourceConfig#path()} is the path as the user wrote it, for messages
 */
public record SourceSpec(String name, Path path, SourceConfig config) {
    /** @param shown the path as the user wrote it */
    public SourceSpec(String name, Path path, String shown) {
        this(name, path, SourceConfig.of(shown));
    }

    String shown() {
        return config.path();
    }
}
