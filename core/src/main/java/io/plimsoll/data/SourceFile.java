package io.plimsoll.data;

/**
 * One file of a source, as it was read.
 *
 * @param source the table's name in SQL
 * @param file its name without folders
 * @param sha256 hash of its bytes, as they lay on disk
 */
public record SourceFile(String source, String file, long rows, long bytes, String sha256) {}
