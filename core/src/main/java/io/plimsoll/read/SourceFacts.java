package io.plimsoll.read;

import io.plimsoll.data.Column;
import io.plimsoll.data.SourceFile;
import java.util.List;

/**
 * What was read from one source.
 *
 * @param files in the order in which they were read; never empty
 * @param nearNumbers columns of text that were probably meant to be numbers
 */
public record SourceFacts(String name, List<SourceFile> files, List<Column> columns, List<NearNumber> nearNumbers) {
    public SourceFacts {
        files = List.copyOf(files);
        columns = List.copyOf(columns);
        nearNumbers = List.copyOf(nearNumbers);
    }

    /** Rows of all files. */
    public long rows() {
        return files.stream().mapToLong(SourceFile::rows).sum();
    }
}
