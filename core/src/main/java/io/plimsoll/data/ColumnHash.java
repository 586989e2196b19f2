package io.plimsoll.data;

import io.plimsoll.canonical.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The hash of one column's values, in the order in which they are added: see {@link ContentHash}. */
final class ColumnHash {
    private static final int BUFFER = 1 << 16;

    private final Sha256 digest = new Sha256();
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    private String last = "";
    private byte[] lastBytes = {};

    void add(double[] values, int rows) {
        for (int row = 0; row < rows; row++) {
            makeRoom(1 + Double.BYTES);
            if (Double.isNaN(values[row])) {
                buffer.put((byte) 0);
            } else {
                buffer.put((byte) 1).putDouble(values[row]);
            }
        }
    }

    void add(@Nullable String[] values, int rows) {
        for (int row = 0; row < rows; row++) {
            String value = values[row];
            if (value == null) {
                makeRoom(1);
                buffer.put((byte) 0);
            } else {
                addText(value);
            }
        }
    }

    /** Neighbours are often alike. */
    private void addText(String value) {
        if (!value.equals(last)) {
            last = value;
            lastBytes = value.getBytes(StandardCharsets.UTF_8);
        }
        makeRoom(1 + Integer.BYTES + lastBytes.length);
        buffer.put((byte) 1).putInt(lastBytes.length);
        if (lastBytes.length <= buffer.remaining()) {
            buffer.put(lastBytes);
        } else {
            flush();
            digest.add(lastBytes);
        }
    }

    private void makeRoom(int bytes) {
        if (buffer.remaining() < bytes) {
            flush();
        }
    }

    private void flush() {
        digest.add(buffer.flip());
        buffer.clear();
    }

    /** Ends this hash: 64 hex digits. */
    String hex() {
        flush();
        return digest.hex();
    }
}
