package io.plimsoll.local.duckdb;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the line of a file on which a row begins. DuckDB counts rows, and a quoted value may go over many lines. */
final class CsvLines {
    private long line = 1;
    private long row = 1;
    private boolean quoted;
    private int last = '\n';

    private CsvLines() {}

    /** @param row as DuckDB counts: the header and empty lines are rows too, from 1 */
    static long lineOf(Path file, long row) throws IOException {
        CsvLines lines = new CsvLines();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            for (int next = in.read(); next >= 0 && lines.row < row; next = in.read()) {
                lines.take(next);
            }
        }
        return lines.line;
    }

    private void take(int next) {
        boolean secondOfPair = last == '\r' && next == '\n';
        if ((next == '\n' || next == '\r') && !secondOfPair) {
            line++;
            row += quoted ? 0 : 1;
        } else if (next == '"') {
            // in the middle of an unquoted value a quote is a letter; behind a closing one it opens again
            quoted = !quoted && (last == ',' || last == '\n' || last == '\r' || last == '"');
        }
        last = next;
    }
}
