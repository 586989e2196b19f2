package io.plimsoll.config;

import io.plimsoll.config.bind.Default;
import io.plimsoll.config.bind.DefaultsTo;
import io.plimsoll.config.bind.Description;
import io.plimsoll.config.bind.Named;
import io.plimsoll.config.bind.Shorthand;
import io.plimsoll.data.ColumnType;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One table to read: files, or rows of a database.
 *
 * @param path as written, relative to the project folder; a pattern names several files of the same columns; null for rows of a database
 * @param database its name in {@code plimsoll.yml}; null for files
 * @param table with or without its schema; null for files and for a query
 * @param query null for files and for a table
 * @param types by column, in the order of the file
 * @param reference whether its rows go with the model rather than with the rows to score
 */
@Shorthand("path")
@Description("One table to read: a path, {path: …, format: …, types: …, options: …}, or {database: …, table: …}")
public record SourceConfig(
        @Description("The file, relative to the project folder; or several files, as in data/sites-*.csv") @Nullable
        String path,

        @Description("In place of a path: the database of plimsoll.yml from which rows are read")
        @Named(pattern = Names.TABLE, says = Names.TABLE_SAYS)
        @Nullable
        String database,

        @Description("Of a database: the table or view, with its schema where that is needed, as in public.sites")
        @Named(pattern = Names.DATABASE_TABLE, says = Names.DATABASE_TABLE_SAYS)
        @Nullable
        String table,

        @Description("Of a database: one SELECT, which the server runs, in place of a table") @Nullable
        String query,

        @Description("How the files are written")
        @DefaultsTo("parquet for .parquet and .pq, jsonl for .jsonl and .ndjson, else csv")
        @Nullable
        SourceFormat format,

        @Description("What columns must hold; each value that does not fit is a fault with its line") @Default("{}")
        Map<String, ColumnType> types,

        @Description("How CSV files are written") @Default("{}")
        CsvOptions options,

        @Description(
                "Whether its rows are kept with the model and used again for scoring; only across such rows may the query count, sum or rank")
        @Default("false")
        boolean reference) {
    public SourceConfig {
        types = Ordered.copyOf(types);
    }

    /** A source of which nothing is said but its path. */
    public static SourceConfig of(String path) {
        return ofFiles(path, null, Map.of(), CsvOptions.USUAL);
    }

    /** Files that are written as it is said. */
    public static SourceConfig ofFiles(
            String path, @Nullable SourceFormat format, Map<String, ColumnType> types, CsvOptions options) {
        return new SourceConfig(path, null, null, null, format, types, options, false);
    }

    /** The same source once its rows lie in a CSV file of the usual form. */
    public SourceConfig staged() {
        return new SourceConfig(path, database, table, query, SourceFormat.CSV, types, CsvOptions.USUAL, reference);
    }

    /** What to call it: its path, or {@code registry.public.sites}. */
    public String shown() {
        return path == null ? database + "." + Objects.requireNonNullElse(table, "query") : path;
    }

    /** How a file is written: as said, or else as its name says. */
    public SourceFormat formatOf(String fileName) {
        return format == null ? SourceFormat.ofName(fileName) : format;
    }
}
