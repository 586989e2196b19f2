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
}
