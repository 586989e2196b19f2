package io.plimsoll.read;

import io.plimsoll.data.Batch;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.function.Predicate;

/**
 * Goes through the records of a checked copy of a CSV file, as {@link CsvScan} writes it: a byte order mark, then records that each end with a line feed, in
 * which a value that begins with a quote ends with one.
 */
final class CsvRecords {
    private static final int BUFFER = 1 << 18;
    private static final int BYTE_ORDER_MARK = 3;

    private final InputStream in;
    private final byte delimiter;
    private byte[] buffer = new byte[BUFFER];
    private int end;

    CsvRecords(InputStream in, char delimiter) {
        this.in = in;
        this.delimiter = (byte) delimiter;
    }

    /** @return whether the consumer wants more */
    boolean passTo(CsvBatch batch, Predicate<Batch> consumer) throws IOException {
        in.skipNBytes(BYTE_ORDER_MARK);
        int start = 0;
        while (fill(start)) {
            start = 0;
            for (int next = record(batch, start); next >= 0; next = record(batch, start)) {
                start = next;
                batch.endRow();
                if (batch.isFull() && !consumer.test(batch.taken())) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Moves what is left to the front and reads on; false at the end. */
    private boolean fill(int start) throws IOException {
        int left = end - start;
        System.arraycopy(buffer, start, buffer, 0, left);
        if (left == buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * buffer.length);
        }
        int read = in.readNBytes(buffer, left, buffer.length - left);
        end = left + read;
        return read > 0;
    }

    /** @return where the next record begins; negative if this one goes on beyond the buffer */
    private int record(CsvBatch batch, int start) {
        int at = start;
        for (int field = 0; at < end; field++) {
            boolean quoted = buffer[at] == '"';
            int stop = quoted ? closingQuote(at + 1) + 1 : plainEnd(at);
            if (stop >= end) {
                return -1;
            }
            if (batch.isWanted(field)) {
                take(batch, field, at, stop, quoted);
            }
            if (buffer[stop] == '\n') {
                return stop + 1;
            }
            at = stop + 1;
        }
        return -1;
    }

    private int plainEnd(int from) {
        int at = from;
        while (at < end && buffer[at] != delimiter && buffer[at] != '\n') {
            at++;
        }
        return at;
    }

    /** The quote that none follows. */
    private int closingQuote(int from) {
        int at = from;
        while (at < end) {
            if (buffer[at] != '"') {
                at++;
            } else if (at + 1 < end && buffer[at + 1] == '"') {
                at += 2;
            } else {
                return at;
            }
        }
        return end;
    }

    private void take(CsvBatch batch, int field, int from, int to, boolean quoted) {
        if (!quoted) {
            batch.take(field, buffer, from, to);
            return;
        }
        byte[] value = new byte[to - from];
        int length = 0;
        for (int at = from + 1; at < to - 1; at++) {
            value[length++] = buffer[at];
            at += buffer[at] == '"' ? 1 : 0;
        }
        batch.take(field, value, 0, length);
    }
}
