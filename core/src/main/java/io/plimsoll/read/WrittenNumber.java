package io.plimsoll.read;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** Tells how a number is written, from its bytes: {@code [+-]digits[.digits][e[+-]digits]}, spaces around it allowed. */
final class WrittenNumber {
    private static final Set<String> BOOLEANS = Set.of("true", "false", "True", "False", "TRUE", "FALSE");
    private static final Set<String> NOT_FINITE = Set.of("nan", "inf", "infinity");
    static final int MOST_DIGITS = 16;

    /** So many digits in front of a fraction, and a double holds what they say. */
    private static final int EXACT_DIGITS = 15;

    /** So many digits at all, and a fraction that is not 0 is not 0 in the double either: the next whole number is farther away than half a unit of its last place. */
    private static final int TELLING_DIGITS = 16;

    private static final double LARGEST_EXACT = 1L << 53;

    private final byte[] text;
    private final int to;
    private final char decimalMark;
    private int at;

    private WrittenNumber(byte[] text, int from, int to, char decimalMark) {
        this.text = text;
        this.at = from;
        this.to = to;
        this.decimalMark = decimalMark;
    }

    static ValueKind kind(byte[] text, int from, int to, char decimalMark) {
        int start = from;
        int end = to;
        while (start < end && text[start] == ' ') {
            start++;
        }
        while (end > start && text[end - 1] == ' ') {
            end--;
        }
        boolean padded = end - start < to - from;
        if (start == end) {
            return ValueKind.TEXT;
        }
        ValueKind kind = new WrittenNumber(text, start, end, decimalMark).kind(padded);
        return kind == ValueKind.TEXT && hasOtherMark(text, start, end, decimalMark) ? ValueKind.OTHER_MARK : kind;
    }

    private static boolean hasOtherMark(byte[] text, int from, int to, char decimalMark) {
        char other = decimalMark == '.' ? ',' : '.';
        for (int i = from; i < to; i++) {
            if (text[i] == other) {
                ValueKind kind = new WrittenNumber(text, from, to, other).kind(false);
                return kind == ValueKind.NUMBER || kind == ValueKind.INTEGRAL;
            }
        }
        return false;
    }

    static boolean isBoolean(byte[] text, int from, int to) {
        int length = to - from;
        return (length == 4 || length == 5) && BOOLEANS.contains(ascii(text, from, to));
    }

    static boolean isNotFinite(byte[] text, int from, int to) {
        int length = to - from;
        return (length == 3 || length == 8)
                && NOT_FINITE.contains(ascii(text, from, to).toLowerCase(Locale.ROOT));
    }

    private ValueKind kind(boolean padded) {
        int start = at;
        boolean signed = text[at] == '-' || text[at] == '+';
        at += signed ? 1 : 0;
        int whole = at;
        int wholeDigits = digits();
        boolean zeroLed = wholeDigits > 1 && text[whole] == '0';
        boolean pointed = at < to && text[at] == decimalMark;
        at += pointed ? 1 : 0;
        int decimals = pointed ? digits() : 0;
        if (wholeDigits + decimals == 0) {
            return signed && isNotFinite(text, at, to) ? ValueKind.NOT_FINITE : ValueKind.TEXT;
        }
        boolean scaled = exponent();
        if (at < to) {
            return ValueKind.TEXT;
        }
        if (zeroLed || wholeDigits > MOST_DIGITS) {
            return ValueKind.IDENTIFIER;
        }
        boolean plain = !padded && !pointed && !scaled && text[start] != '+' && !isMinusZero(start);
        if (plain) {
            return ValueKind.INTEGER;
        }
        int telling = decimals + (text[whole] == '0' ? 0 : wholeDigits);
        boolean exact = !scaled && wholeDigits <= EXACT_DIGITS && telling <= TELLING_DIGITS;
        return exact ? ofDigits(whole + wholeDigits + 1, decimals) : valued(start);
    }

    /** @param from where the decimals begin */
    private ValueKind ofDigits(int from, int decimals) {
        for (int i = from; i < from + decimals; i++) {
            if (text[i] != '0') {
                return ValueKind.NUMBER;
            }
        }
        return ValueKind.INTEGRAL;
    }

    private int digits() {
        int start = at;
        while (at < to && text[at] >= '0' && text[at] <= '9') {
            at++;
        }
        return at - start;
    }

    private boolean exponent() {
        if (at == to || (text[at] != 'e' && text[at] != 'E')) {
            return false;
        }
        int mark = at++;
        if (at < to && (text[at] == '-' || text[at] == '+')) {
            at++;
        }
        if (digits() == 0) {
            at = mark;
        }
        return true;
    }

    private boolean isMinusZero(int start) {
        return text[start] == '-' && text[start + 1] == '0';
    }

    private ValueKind valued(int start) {
        double value = Double.parseDouble(ascii(text, start, to).replace(decimalMark, '.'));
        if (Double.isInfinite(value)) {
            return ValueKind.TEXT;
        }
        return value == Math.rint(value) && Math.abs(value) <= LARGEST_EXACT ? ValueKind.INTEGRAL : ValueKind.NUMBER;
    }

    private static String ascii(byte[] text, int from, int to) {
        return new String(text, from, to - from, StandardCharsets.ISO_8859_1);
    }
}
