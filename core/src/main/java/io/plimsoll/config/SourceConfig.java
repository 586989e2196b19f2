package io.plimsoll.config;

import io.plimsoll.config.bind.Description;
import io.plimsoll.config.bind.Shorthand;

/**
 * One table to read.
 *
 * @param path as written; relative to the project folder
 */
@Shorthand("path")
@Description("One table to read: a path, or {path: …}")
public record SourceConfig(
        @Description("The file, relative to the project folder")
        String path) {}
