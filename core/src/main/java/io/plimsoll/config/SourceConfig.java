package io.plimsoll.config;

import io.plimsoll.config.bind.Default;
import io.plimsoll.config.bind.DefaultsTo;
import io.plimsoll.config.bind.Description;
import io.plimsoll.config.bind.Shorthand;
import io.plimsoll.data.ColumnType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One table to read.
 *
 * @param path as written, relative to the project folder; a pattern names several files of the same columns
 * @param types by column, in the order of the file
 */
@Shorthand("path")
@Description("One table to read: a path, or {path: …, format: …, types: …, options: …}")
public record SourceConfig(
        @Description("The file, relative to the project folder; or several files, as in data/sites-*.csv")
        String path,

        @Description("How the files are written")
        @DefaultsTo("parquet for .parquet and .pq, jsonl for .jsonl and .ndjson, else csv")
        @Nullable
        SourceFormat format,

        @Description("What columns must hold; each value that does not fit is a fault with its line") @Default("{}")
        Map<String, ColumnType> types,

        @Description("How CSV files are written") @Default("{}")
        CsvOptions options) {
    public SourceConfig {
        types = Ordered.copyOf(types);
    }

    /** A source of which nothing is said but its path. */
    public static SourceConfig of(String path) {
        return new SourceConfig(path, null, Map.of(), CsvOptions.USUAL);
    }

    /** How a file is written: as said, or else as its name says. */
    public SourceFormat formatOf(String fileName) {
        return format == null ? SourceFormat.ofName(fileName) : format;
    }
}
