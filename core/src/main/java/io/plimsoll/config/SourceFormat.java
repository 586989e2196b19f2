package io.plimsoll.config;

import java.util.List;
import java.util.Locale;

/** How a table is written to a file. */
public enum SourceFormat {
    /** Comma-separated values (RFC 4180). */
    CSV("CSV"),
    /** Apache Parquet. */
    PARQUET("Parquet"),
    /** One JSON object a line. */
    JSONL("JSON lines");

    private static final List<String> PARQUET_NAMES = List.of(".parquet", ".pq");
    private static final List<String> JSONL_NAMES = List.of(".jsonl", ".ndjson");

    private final String title;

    SourceFormat(String title) {
        this.title = title;
    }

    /** As people call it. */
    public String title() {
        return title;
    }

    /** What the end of a file's name says; CSV if it says nothing. */
    public static SourceFormat ofName(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        if (PARQUET_NAMES.stream().anyMatch(name::endsWith)) {
            return PARQUET;
        }
        return JSONL_NAMES.stream().anyMatch(name::endsWith) ? JSONL : CSV;
    }
}
