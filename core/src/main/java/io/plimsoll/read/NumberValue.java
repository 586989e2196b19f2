package io.plimsoll.read;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The double that is nearest to a written number, which is known to be one.
 *
 * <p><b>Source</b>: Clinger, How to Read Floating Point Numbers Accurately (1990): a quotient of two whole numbers that doubles hold exactly is rounded once.
 * Where the dividend has more digits, what the rounded quotient leaves of it corrects the quotient (Dekker, 1971).
 */
final class NumberValue {
    private static final int MOST_DIGITS = 18;
    private static final long LARGEST_EXACT = 1L << 53;
    private static final double CLEARLY_LESS_THAN_HALF = 0.499999;
    private static final double[] POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18
    };

    private NumberValue() {}

    /** Never a negative zero. */
    static double of(byte[] text, int from, int to, char decimalMark) {
        boolean negative = text[from] == '-';
        int first = negative ? from + 1 : from;
        if (to - first > MOST_DIGITS) {
            return parsed(text, from, to, decimalMark);
        }
        long digits = 0;
        int point = to;
        for (int at = first; at < to; at++) {
            int digit = text[at] - '0';
            if (digit >= 0 && digit <= 9) {
                digits = 10 * digits + digit;
            } else if (text[at] == decimalMark && point == to) {
                point = at;
            } else {
                return parsed(text, from, to, decimalMark);
            }
        }
        double value = point == to ? digits : quotient(digits, POWERS[to - point - 1]);
        if (Double.isNaN(value)) {
            return parsed(text, from, to, decimalMark);
        }
        return negative ? 0.0 - value : value;
    }

    /** Rounded once; NaN where it is too near to the middle between two doubles to tell quickly. */
    private static double quotient(long digits, double power) {
        double high = digits;
        if (digits <= LARGEST_EXACT) {
            return high / power;
        }
        double low = digits - (long) high;
        double rough = high / power;
        double correction = (Math.fma(-rough, power, high) + low) / power;
        double near = rough + correction;
        double left = Math.abs(rough - near + correction);
        double step = near - Math.nextDown(near);
        return left < step * CLEARLY_LESS_THAN_HALF ? near : Double.NaN;
    }

    private static double parsed(byte[] text, int from, int to, char decimalMark) {
        String number = new String(text, from, to - from, StandardCharsets.ISO_8859_1)
                .strip()
                .replace(decimalMark, '.')
                .toLowerCase(Locale.ROOT);
        if (number.endsWith("nan")) {
            return Double.NaN;
        }
        if (number.contains("inf")) {
            return number.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        return Double.parseDouble(number) + 0.0;
    }
}
