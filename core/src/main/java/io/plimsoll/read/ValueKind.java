package io.plimsoll.read;

import java.nio.charset.StandardCharsets;

/**
 * What one written value can be, by its text alone. A column's type follows from the kinds of all of its values, so that it does not depend on
 * the order of rows, the format of the file or the engine that loads it.
 */
public enum ValueKind {
    /** {@code true} or {@code false}, also {@code True} and {@code TRUE}. */
    BOOLEAN,
    /** A whole number of at most 16 digits, without a plus sign or a leading zero. */
    INTEGER,
    /** A whole number that a double holds exactly, written otherwise: {@code 1.0}, {@code +3}, {@code 1e3}. */
    INTEGRAL,
    /** Any other finite number. */
    NUMBER,
    /** An infinity or NaN. */
    NOT_FINITE,
    /** Digits that are a name rather than a quantity: a leading zero, or 17 of them and more, which is more than a double can hold. */
    IDENTIFIER,
    /** {@code 2026-02-28}. */
    DATE,
    /** A timestamp at 00:00:00. */
    MIDNIGHT,
    /** {@code 2026-02-28 23:59:59.5}, also with a T; without a zone. */
    TIMESTAMP,
    /** A number whose decimals stand behind the other mark: {@code 1,5} where a point was expected. */
    OTHER_MARK,
    TEXT;

    /** No text longer than this is anything but text. */
    static final int LONGEST = 64;

    public static ValueKind of(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        return of(bytes, 0, bytes.length, '.');
    }

    /** @param decimalMark what stands before decimals */
    static ValueKind of(byte[] text, int from, int to, char decimalMark) {
        if (to - from > LONGEST) {
            return TEXT;
        }
        byte first = text[from];
        if (first >= '1' && first <= '9' && to - from <= WrittenNumber.MOST_DIGITS && areDigits(text, from + 1, to)) {
            return INTEGER;
        }
        if ((first >= '0' && first <= '9') || first == '-' || first == '+' || first == decimalMark || first == ' ') {
            return WrittenTime.isDateLike(text, from, to)
                    ? WrittenTime.kind(text, from, to)
                    : WrittenNumber.kind(text, from, to, decimalMark);
        }
        return switch (first) {
            case 't', 'T', 'f', 'F' -> WrittenNumber.isBoolean(text, from, to) ? BOOLEAN : TEXT;
            case 'n', 'N', 'i', 'I' -> WrittenNumber.isNotFinite(text, from, to) ? NOT_FINITE : TEXT;
            default -> TEXT;
        };
    }

    private static boolean areDigits(byte[] text, int from, int to) {
        for (int at = from; at < to; at++) {
            if (text[at] < '0' || text[at] > '9') {
                return false;
            }
        }
        return true;
    }
}
