package io.plimsoll.read;

import java.nio.file.Path;

/**
 * A source to be read.
 *
 * @param name the table's name in SQL
 * @param shown the path as the user wrote it, for messages
 */
public record SourceSpec(String name, Path path, String shown) {}
