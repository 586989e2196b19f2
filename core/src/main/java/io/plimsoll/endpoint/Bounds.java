package io.plimsoll.endpoint;

import io.plimsoll.config.bind.Range;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The numbers that a parameter may be; for a share, as fractions. Absent where there is no such bound.
 *
 * @param min the least that is allowed
 * @param above a bound below everything that is allowed
 * @param max the most that is allowed
 */
public record Bounds(
        @Nullable Double min,
        @Nullable Double above,
        @Nullable Double max) {
    static @Nullable Bounds of(@Nullable Range range) {
        return range == null ? null : new Bounds(finite(range.min()), finite(range.above()), finite(range.max()));
    }

    boolean hold(double number) {
        return (min == null || number >= min) && (above == null || number > above) && (max == null || number <= max);
    }

    /** {@code from 1 to 10000}. */
    String shown(boolean asPercent) {
        if (min != null && max != null) {
            return "from " + figure(min, asPercent) + " to " + figure(max, asPercent);
        }
        String least = min != null ? "at least " + figure(min, asPercent) : "";
        String below = above != null ? "more than " + figure(above, asPercent) : least;
        if (max == null) {
            return below;
        }
        String most = "at most " + figure(max, asPercent);
        return below.isEmpty() ? most : below + " and " + most;
    }

    private static @Nullable Double finite(double bound) {
        return Double.isInfinite(bound) ? null : bound;
    }

    private static String figure(double number, boolean asPercent) {
        BigDecimal exact = BigDecimal.valueOf(number);
        String text = (asPercent ? exact.movePointRight(2) : exact)
                .stripTrailingZeros()
                .toPlainString();
        return asPercent ? text + "%" : text;
    }
}
