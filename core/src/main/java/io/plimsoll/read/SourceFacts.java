package io.plimsoll.read;

import io.plimsoll.data.Column;
import java.util.List;

/**
 * What was read from one source.
 *
 * @param file its file name without folders
 * @param sha256 hash of the file's bytes
 */
public record SourceFacts(String name, String file, long rows, long bytes, String sha256, List<Column> columns) {
    public SourceFacts {
        columns = List.copyOf(columns);
    }
}
