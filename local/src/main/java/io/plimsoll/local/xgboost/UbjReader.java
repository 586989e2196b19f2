package io.plimsoll.local.xgboost;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Universal Binary JSON into Java values: Map, List, String, Double, Boolean, null, and {@code double[]} for an array of one type of number.
 * float32 and integers up to 2⁵³ come through exactly.
 *
 * <p><b>Source</b>: UBJSON specification, draft 12, big-endian, with strongly typed containers.
 */
final class UbjReader {
    private static final int DEEPEST = 100;
    private static final char NO_TYPE = 0;

    private final ByteBuffer bytes;
    private int depth;

    private UbjReader(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes);
    }

    /** @throws IllegalArgumentException if the bytes are not one UBJSON value and nothing more */
    static @Nullable Object read(byte[] bytes) {
        UbjReader reader = new UbjReader(bytes);
        try {
            Object value = reader.value(reader.marker());
            if (reader.bytes.hasRemaining()) {
                throw new IllegalArgumentException(reader.bytes.remaining() + " bytes after the end of UBJSON");
            }
            return value;
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("UBJSON that ends too early", e);
        }
    }

    private @Nullable Object value(char marker) {
        return switch (marker) {
            case 'Z' -> null;
            case 'T' -> true;
            case 'F' -> false;
            case 'C' -> String.valueOf((char) bytes.get());
            case 'S', 'H' -> text();
            case '[' -> array();
            case '{' -> object();
            default -> number(marker).getAsDouble();
        };
    }

    /** The next byte that means something; N stands for nothing. */
    private char marker() {
        char marker = (char) bytes.get();
        while (marker == 'N') {
            marker = (char) bytes.get();
        }
        return marker;
    }

    private DoubleSupplier number(char marker) {
        return switch (marker) {
            case 'i' -> bytes::get;
            case 'U' -> () -> Byte.toUnsignedInt(bytes.get());
            case 'I' -> bytes::getShort;
            case 'l' -> bytes::getInt;
            case 'L' -> bytes::getLong;
            case 'd' -> bytes::getFloat;
            case 'D' -> bytes::getDouble;
            default -> throw new IllegalArgumentException("an unknown UBJSON marker");
        };
    }

    private static int size(char marker) {
        return switch (marker) {
            case 'i', 'U' -> Byte.BYTES;
            case 'I' -> Short.BYTES;
            case 'l', 'd' -> Integer.BYTES;
            case 'L', 'D' -> Long.BYTES;
            default -> 0;
        };
    }

    private Object array() {
        descend();
        Header header = header();
        Object array = header.type != NO_TYPE && size(header.type) > 0 ? numbers(header) : list(header);
        depth--;
        return array;
    }

    private double[] numbers(Header header) {
        requireRoom((long) header.count * size(header.type));
        double[] numbers = new double[header.count];
        DoubleSupplier next = number(header.type);
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = next.getAsDouble();
        }
        return numbers;
    }

    private List<@Nullable Object> list(Header header) {
        List<@Nullable Object> list = new ArrayList<>();
        requireRoom(header.count);
        for (int i = 0; header.hasNext(i, ']'); i++) {
            list.add(value(header.type == NO_TYPE ? marker() : header.type));
        }
        return list;
    }

    private Map<String, @Nullable Object> object() {
        descend();
        Header header = header();
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        requireRoom(header.count);
        for (int i = 0; header.hasNext(i, '}'); i++) {
            String key = text();
            object.put(key, value(header.type == NO_TYPE ? marker() : header.type));
        }
        depth--;
        return object;
    }

    private void descend() {
        if (++depth > DEEPEST) {
            throw new IllegalArgumentException("UBJSON nested deeper than " + DEEPEST);
        }
    }

    private String text() {
        int length = length();
        requireRoom(length);
        byte[] utf8 = new byte[length];
        bytes.get(utf8);
        return new String(utf8, StandardCharsets.UTF_8);
    }

    private int length() {
        double length = number(marker()).getAsDouble();
        if (length < 0 || length != (int) length) {
            throw new IllegalArgumentException("an impossible length in UBJSON");
        }
        return (int) length;
    }

    private void requireRoom(long needed) {
        if (needed > bytes.remaining()) {
            throw new IllegalArgumentException("UBJSON that promises more than it holds");
        }
    }

    private Header header() {
        char type = NO_TYPE;
        if (next() == '$') {
            bytes.get();
            type = (char) bytes.get();
        }
        if (next() != '#') {
            if (type != NO_TYPE) {
                throw new IllegalArgumentException("a typed UBJSON container without a count");
            }
            return new Header(type, -1);
        }
        bytes.get();
        return new Header(type, length());
    }

    private char next() {
        if (!bytes.hasRemaining()) {
            throw new BufferUnderflowException();
        }
        return (char) bytes.get(bytes.position());
    }

    /** What a container says of its elements; a count of −1 stands for "until the end marker". */
    private final class Header {
        private final char type;
        private final int count;

        private Header(char type, int count) {
            this.type = type;
            this.count = count;
        }

        /** Whether there is an element i; takes the end marker if there is none. */
        private boolean hasNext(int i, char end) {
            if (count >= 0) {
                return i < count;
            }
            while (next() == 'N') {
                bytes.get();
            }
            if (next() == end) {
                bytes.get();
                return false;
            }
            return true;
        }
    }
}
