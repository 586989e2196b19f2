package io.plimsoll.read;

import java.nio.file.Path;
import java.util.List;

/** Databases that sources may be read from. */
@FunctionalInterface
public interface Databases {
    /**
     * Copies the rows of sources into files, one each: CSV of the usual form, with a header, in which every value that is present stands as in
     * any other file. All sources of one database are read from one snapshot of it.
     *
     * @param sources of databases
     * @param folder an empty folder, to which nobody else writes
     * @return the sources with their files, in the same order
     * @throws io.plimsoll.fault.PlimsollException with {@code SOURCE_UNREACHABLE}, {@code SOURCE_MISSING}, {@code SOURCE_UNREADABLE},
     *     {@code SOURCE_MALFORMED} or {@code QUERY_INVALID}, and a fault for every source that cannot be read
     */
    List<SourceSpec> stage(List<SourceSpec> sources, Path folder);
}
