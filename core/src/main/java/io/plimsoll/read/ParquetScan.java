package io.plimsoll.read;

import io.plimsoll.read.Problems.Kind;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Knows a Parquet file by its two marks, and leaves the rest to the engine. */
final class ParquetScan implements FileScan {
    private static final int MARK = 4;
    private static final Kind EMPTY = Kind.once("is empty (0 bytes)", "give a file with rows");
    private static final Kind OTHER = Kind.once("is not a Parquet file", "set the format that it has on the source");
    private static final Kind CUT = Kind.once(
            "is a Parquet file without its end", "it was cut, or is still being written: write or copy it anew");

    private final Problems problems;
    private final OutputStream copy;
    private final byte[] last = new byte[MARK];
    private long bytes;

    ParquetScan(Problems problems, OutputStream copy) {
        this.problems = problems;
        this.copy = copy;
    }

    @Override
    public void add(byte[] next, int length) throws IOException {
        if (bytes == 0 && !FileMarks.isParquet(next, length)) {
            problems.add(OTHER, 0);
        }
        bytes += length;
        int kept = Math.min(MARK, length);
        System.arraycopy(last, kept, last, 0, MARK - kept);
        System.arraycopy(next, length - kept, last, MARK - kept, kept);
        copy.write(next, 0, length);
    }

    @Override
    public void end() {
        if (bytes == 0) {
            problems.add(EMPTY, 0);
        } else if (problems.isEmpty() && (bytes < 3 * MARK || !FileMarks.isParquet(last, MARK))) {
            problems.add(CUT, 0);
        }
    }

    @Override
    public List<String> names() {
        return List.of();
    }

    @Override
    public List<ColumnKinds> kinds() {
        return List.of();
    }

    @Override
    public long rows() {
        return -1;
    }
}
