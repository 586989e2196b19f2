package io.plimsoll.read;

import io.plimsoll.config.SourceConfig;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A source to be read.
 *
 * @param name the table's name in SQL
 * @param path a file, or a pattern that names several; null for rows of a database, which {@link StagedReader} puts into a file first
 * @param config how its files are written; {@link SourceConfig#shown()} is what to call it in messages
 * @param expected the columns that a model wants of it; null where it says itself what it holds
 */
public record SourceSpec(
        String name,
        @Nullable Path path,
        SourceConfig config,
        @Nullable Expected expected) {
    /** A source that says itself what it holds. */
    public SourceSpec(String name, @Nullable Path path, SourceConfig config) {
        this(name, path, config, null);
    }

    /** @param shown the path as the user wrote it */
    public SourceSpec(String name, Path path, String shown) {
        this(name, path, SourceConfig.of(shown));
    }

    /** Columns of which nobody wants to know what they hold. */
    public Set<String> spare() {
        return expected == null ? Set.of() : expected.spare();
    }

    String shown() {
        return config.shown();
    }

    /** The file or pattern of a source whose rows lie in files. */
    Path files() {
        return Objects.requireNonNull(path, "rows of a database are put into a file first");
    }
}
