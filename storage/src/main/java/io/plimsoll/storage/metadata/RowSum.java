package io.plimsoll.storage.metadata;

import io.plimsoll.canonical.Sha256;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** What the rows of a table hold, in whatever order they come: how many there are, and the sum of their hashes. */
final class RowSum {
    private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(256);

    private long rows;
    private BigInteger sum = BigInteger.ZERO;

    /** @throws SQLException for a value that is no text, whole number, fraction or bytes, which no table of a workspace holds */
    void add(@Nullable Object[] row) throws SQLException {
        Sha256 sha256 = new Sha256();
        for (Object value : row) {
            add(sha256, value);
        }
        rows++;
        sum = sum.add(new BigInteger(1, HexFormat.of().parseHex(sha256.hex()))).mod(MODULUS);
    }

    private static void add(Sha256 sha256, @Nullable Object value) throws SQLException {
        if (value == null) {
            add(sha256, 'n', new byte[0]);
        } else if (value instanceof String text) {
            add(sha256, 't', text.getBytes(StandardCharsets.UTF_8));
        } else if (value instanceof Integer || value instanceof Long || value instanceof Short) {
            add(sha256, 'i', bytes(((Number) value).longValue()));
        } else if (value instanceof Double number) {
            add(sha256, 'd', bytes(Double.doubleToLongBits(number)));
        } else if (value instanceof byte[] bytes) {
            add(sha256, 'b', bytes);
        } else {
            throw new SQLException("a value of a type that is not the same on every database: " + value.getClass());
        }
    }

    private static byte[] bytes(long value) {
        return ByteBuffer.allocate(Long.BYTES).putLong(value).array();
    }

    private static void add(Sha256 sha256, char type, byte[] value) {
        ByteBuffer head = ByteBuffer.allocate(1 + Integer.BYTES);
        head.put((byte) type).putInt(value.length);
        sha256.add(head.array(), 0, head.capacity());
        sha256.add(value, 0, value.length);
    }

    long rows() {
        return rows;
    }

    /** The two together, as text. */
    String text() {
        return rows + " rows, " + sum.toString(16);
    }
}
