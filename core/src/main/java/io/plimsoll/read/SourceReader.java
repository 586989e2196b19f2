package io.plimsoll.read;

import java.util.List;

/** Loads sources into an engine. */
public interface SourceReader {
    /**
     * Reads every source, its columns bound by name. A column's type is the narrowest that holds all of its values: integer, number, date, or
     * else text; blank is missing.
     *
     * @throws io.plimsoll.fault.PlimsollException with every fault of every source
     */
    Sources read(List<SourceSpec> sources);

    /**
     * The same sources with their rows in files, which then stay as they are read, whatever becomes of where the rows came from. Files of the sources'
     * own are not touched.
     *
     * @throws io.plimsoll.fault.PlimsollException with every fault of every source whose rows cannot be put into a file
     */
    default List<SourceSpec> inFiles(List<SourceSpec> sources) {
        return sources;
    }
}
