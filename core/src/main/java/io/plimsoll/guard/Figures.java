package io.plimsoll.guard;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as people read them, the same on every platform and in every locale. */
public final class Figures {
    private static final MathContext FOUR_DIGITS = new MathContext(4, RoundingMode.HALF_EVEN);

    private Figures() {}

    /** Four significant digits without an exponent: {@code 0.7312}, {@code 18.4}. */
    public static String of(double value) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "undefined" : value > 0 ? "infinite" : "-infinite";
        }
        if (value == 0) {
            return "0";
        }
        return BigDecimal.valueOf(value).round(FOUR_DIGITS).stripTrailingZeros().toPlainString();
    }

    /** {@code 1,204 rows}, {@code 1 row}. */
    public static String count(long number, String noun) {
        return String.format(Locale.ROOT, "%,d %s%s", number, noun, number == 1 ? "" : "s");
    }

    /** A fraction as a percentage: {@code 0.05} is {@code 5%}. */
    public static String percent(double fraction) {
        return of(fraction * 100) + "%";
    }
}
