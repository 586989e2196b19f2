package io.plimsoll.read;

import io.plimsoll.data.Column;
import io.plimsoll.data.SourceFile;
import java.util.List;

/**
 * What was read from one source.
 *
 * @param files in the order in which they were read; never empty
 */
public record SourceFacts(String name, List<SourceFile> files, List<Column> columns) {
    public SourceFacts {
        files = List.copyOf(files);
        columns = List.copyOf(columns);
    }

    /** Rows of all files. */
    public long rows() {
        return files.stream().mapToLong(SourceFile::rows).sum();
    }
}
