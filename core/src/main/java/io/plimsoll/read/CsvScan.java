package io.plimsoll.read;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;

/**
 * Walks through the records of a CSV file (RFC 4180), tells every mistake of its structure with its line, and writes a copy that leaves no
 * reader a choice: a byte order mark, so that no reader takes the first value's for one, then the records without header and blank lines, each
 * ended by one line feed, quoting as it was.
 *
 * <p>Lines end with a line feed, a carriage return or both; in quotes they are part of the value. A quote inside an unquoted value is a
 * character like others.
 */
final class CsvScan implements LineScan {
    private enum State {
        BYTE_ORDER_MARK,
        FIELD_START,
        UNQUOTED,
        QUOTED,
        QUOTE_IN_QUOTED
    }

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private final byte delimiter;
    /** Bytes that neither end nor change anything, outside of quotes. */
    private final boolean[] plain = new boolean[256];

    private final CsvRows rows;
    private final OutputStream copy;

    private State state = State.BYTE_ORDER_MARK;
    private boolean header = true;
    private boolean afterReturn;
    private long line = 1;
    private long recordBytes;
    /** From here on the buffer has not been copied; negative while nothing is. */
    private int uncopied;

    CsvScan(CsvRows rows, char delimiter, OutputStream copy) {
        this.rows = rows;
        this.delimiter = (byte) delimiter;
        Arrays.fill(plain, true);
        for (char other : new char[] {delimiter, '"', '\n', '\r', 0}) {
            plain[other] = false;
        }
        this.copy = copy;
    }

    @Override
    public long line() {
        return line;
    }

    @Override
    public void add(byte[] utf8, int from, int to) throws IOException {
        int at = from;
        if (state == State.BYTE_ORDER_MARK && to > from) {
            state = State.FIELD_START;
            int end = Math.min(to, from + BYTE_ORDER_MARK.length);
            boolean marked = Arrays.equals(utf8, from, end, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length);
            at += marked ? BYTE_ORDER_MARK.length : 0;
        }
        uncopied = at;
        while (at < to && !rows.isLost()) {
            int end = header ? at : plainEnd(utf8, at, to);
            if (end < to && state == State.FIELD_START && utf8[end] == delimiter && !header) {
                takeField(utf8, at, end);
                at = end + 1;
            } else if (end > at) {
                takePlain(utf8, at, end);
                at = end;
            } else {
                take(utf8, at);
                at++;
            }
        }
        if (!header && at > uncopied) {
            copy.write(utf8, uncopied, at - uncopied);
        }
    }

    /** Where the next byte stands that may end or change anything; the same place where that is the first. */
    private int plainEnd(byte[] utf8, int from, int to) {
        if (state != State.FIELD_START && state != State.UNQUOTED) {
            return from;
        }
        int at = from;
        while (at < to && plain[utf8[at] & 0xff]) {
            at++;
        }
        return at;
    }

    /** A whole field without quotes, as most are. */
    private void takeField(byte[] utf8, int from, int to) {
        afterReturn = false;
        recordBytes += to - from + 1;
        rows.field(utf8, from, to);
        if (recordBytes > CsvRows.LONGEST) {
            rows.tooLong(false);
        }
    }

    private void takePlain(byte[] utf8, int from, int to) {
        afterReturn = false;
        recordBytes += to - from;
        rows.values(utf8, from, to);
        state = State.UNQUOTED;
        if (recordBytes > CsvRows.LONGEST) {
            rows.tooLong(false);
        }
    }

    private void take(byte[] utf8, int at) throws IOException {
        byte next = utf8[at];
        boolean quoted = state == State.QUOTED;
        if (next == '\n' && afterReturn) {
            afterReturn = false;
            dropUnlessQuoted(utf8, at, quoted, next);
            return;
        }
        afterReturn = next == '\r';
        if (next == 0) {
            rows.nul(line);
        }
        recordBytes++;
        if (quoted) {
            takeQuoted(next);
        } else if (next == '\n' || next == '\r') {
            endLine(utf8, at, next);
        } else {
            takeUnquoted(next);
        }
        if (recordBytes > CsvRows.LONGEST) {
            rows.tooLong(quoted);
        }
    }

    private void takeQuoted(byte next) {
        if (next == '"') {
            state = State.QUOTE_IN_QUOTED;
        } else {
            rows.value(next);
            line += next == '\n' || next == '\r' ? 1 : 0;
        }
    }

    private void takeUnquoted(byte next) {
        if (next == delimiter) {
            rows.endField(state == State.QUOTE_IN_QUOTED);
            state = State.FIELD_START;
        } else if (next == '"' && state == State.QUOTE_IN_QUOTED) {
            rows.value(next);
            state = State.QUOTED;
        } else if (next == '"' && (state == State.FIELD_START || rows.isBlankSoFar())) {
            rows.quote(line, state != State.FIELD_START);
            state = State.QUOTED;
        } else {
            if (state == State.QUOTE_IN_QUOTED) {
                rows.behindQuote(line);
            }
            rows.value(next);
            state = State.UNQUOTED;
        }
    }

    /** Ends the record, unless the line is blank; in the copy one line feed stands for however it ended. */
    private void endLine(byte[] utf8, int at, byte next) throws IOException {
        boolean blank = recordBytes == 1;
        line++;
        recordBytes = 0;
        if (!blank || header) {
            rows.endField(state == State.QUOTE_IN_QUOTED);
            rows.endRecord(line);
        } else {
            rows.skipLine(line);
        }
        state = State.FIELD_START;
        if (header) {
            header = false;
            copy.write(BYTE_ORDER_MARK);
        } else if (next == '\n' && !blank) {
            return; // copied with what follows
        } else {
            flush(utf8, at);
            if (!blank) {
                copy.write('\n');
            }
        }
        uncopied = at + 1;
    }

    /** The line feed of a pair: part of a quoted value, else no more than the end that the carriage return was already. */
    private void dropUnlessQuoted(byte[] utf8, int at, boolean quoted, byte next) throws IOException {
        if (quoted) {
            recordBytes++;
            rows.value(next);
            return;
        }
        if (!header) {
            flush(utf8, at);
            uncopied = at + 1;
        }
    }

    private void flush(byte[] utf8, int to) throws IOException {
        if (to > uncopied) {
            copy.write(utf8, uncopied, to - uncopied);
        }
    }

    @Override
    public void end() throws IOException {
        if (rows.isLost()) {
            return;
        }
        if (state == State.QUOTED) {
            rows.unclosed();
            return;
        }
        if (recordBytes > 0 || header) {
            rows.endField(state == State.QUOTE_IN_QUOTED);
            rows.endRecord(line + 1);
            if (!header) {
                copy.write('\n');
            }
        }
        rows.end();
    }

    @Override
    public List<String> names() {
        return rows.names();
    }

    @Override
    public List<ColumnKinds> kinds() {
        return rows.kinds();
    }

    @Override
    public long rows() {
        return rows.count();
    }
}
