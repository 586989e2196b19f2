package io.plimsoll.read;

import java.io.IOException;
import java.util.List;

/** One pass over the bytes of a file: checks them, and writes the copy that an engine loads. */
interface FileScan {
    /** Takes the next bytes; after the first mistake that leaves nothing to be understood, ignores them. */
    void add(byte[] bytes, int length) throws IOException;

    /** Looks back on the whole file. */
    void end() throws IOException;

    /** Column names in the order of the copy; empty where the engine has to ask the file. */
    List<String> names();

    /** Kinds of the values of each column of {@link #names()}. */
    List<ColumnKinds> kinds();

    /** Rows that the copy holds; negative where only the engine can tell. */
    long rows();
}
