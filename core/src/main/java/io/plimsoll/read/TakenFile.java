package io.plimsoll.read;

import io.plimsoll.config.SourceFormat;
import io.plimsoll.fault.Fault;
import java.nio.file.Path;
import java.util.List;

/**
 * A file of a source, checked, and copied to where nobody else writes.
 *
 * @param copy what the engine loads: a CSV copy is UTF-8 with a byte order mark, without header and blank lines, each record ended by a line
 *     feed; a copy of JSON lines has no blank lines, and every value that is present as a text; a Parquet file is as it was
 * @param shown its path for messages
 * @param file its name without folders
 * @param names of the columns, in the order of the copy; empty for Parquet, which only an engine reads
 * @param kinds of the values of each of these columns
 * @param rows that the copy holds; negative for Parquet
 * @param bytes size of the original
 * @param sha256 of the original
 */
public record TakenFile(
        SourceFormat format,
        Path copy,
        String shown,
        String file,
        List<String> names,
        List<ColumnKinds> kinds,
        long rows,
        long bytes,
        String sha256) {
    public TakenFile {
        names = List.copyOf(names);
        kinds = List.copyOf(kinds);
    }

    /** What is wrong with names that an engine found in the file. */
    public List<Fault> nameFaults(String source, List<String> found) {
        Problems problems = new Problems(source, shown);
        ColumnNames.check(found, problems, 0);
        return problems.faults();
    }
}
