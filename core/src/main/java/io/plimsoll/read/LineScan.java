package io.plimsoll.read;

import java.io.IOException;
import java.util.List;

/** Reads UTF-8 that has been proven to be that. */
interface LineScan {
    void add(byte[] utf8, int from, int to) throws IOException;

    void end() throws IOException;

    /** The line that comes next, from 1. */
    long line();

    List<String> names();

    List<ColumnKinds> kinds();

    long rows();
}
