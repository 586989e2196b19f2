package io.plimsoll.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The double that the JDK finds, and the kind that follows from it. */
final class NumberValueTest {
    @Property(tries = 20_000)
    void isTheNearestDouble(
            @ForAll @LongRange(min = -999_999_999_999_999_999L, max = 999_999_999_999_999_999L) long digits,
            @ForAll @IntRange(max = 18) int decimals) {
        assertNearest(BigDecimal.valueOf(digits, decimals).toPlainString());
    }

    @Property(tries = 5_000)
    void isTheNearestDoubleOfWhatDoublesAreWrittenAs(@ForAll double value) {
        assertNearest(String.valueOf(value));
    }

    /** The middle between two doubles and its neighbours, as far as so many digits tell them. */
    @Property(tries = 5_000)
    void isTheNearestDoubleNearTheMiddle(
            @ForAll @IntRange(min = 1, max = 1000) int from,
            @ForAll @IntRange(min = 0, max = 1_000_000) int steps,
            @ForAll @IntRange(min = -1, max = 1) int off) {
        double value = Math.sqrt(from) + steps * Math.ulp(Math.sqrt(from));
        BigDecimal middle = new BigDecimal(value)
                .add(new BigDecimal(Math.ulp(value) / 2))
                .setScale(16 - (int) Math.log10(value), RoundingMode.HALF_EVEN);
        assertNearest(middle.add(BigDecimal.valueOf(off, middle.scale())).toPlainString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1", "-1", " 7", "7 ", "+3", "1e3", ".5", "5.", "-.5", "1E-2", "1e-400", "9007199254740993"})
    void knowsEverySpelling(String written) {
        assertNearest(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-0", "-0.0", "-0e7", "-1e-400"})
    void hasNoNegativeZero(String written) {
        assertThat(Double.doubleToRawLongBits(value(written, '.'))).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"inf", "Infinity", "+INF"})
    void knowsInfinities(String written) {
        assertThat(value(written, '.')).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(value("-" + written.replace("+", ""), '.')).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(value("-NaN", '.')).isNaN();
    }

    private static void assertNearest(String written) {
        double expected = Double.parseDouble(written) + 0.0;
        assertThat(value(written, '.')).as(written).isEqualTo(expected);
        assertThat(value(written.replace('.', ','), ',')).as(written).isEqualTo(expected);
        if (ValueKind.of(written) == ValueKind.NUMBER) {
            assertThat(expected == Math.rint(expected) && Math.abs(expected) <= 1L << 53)
                    .as(written)
                    .isFalse();
        }
    }

    private static double value(String written, char decimalMark) {
        byte[] bytes = ("x" + written + "x").getBytes(StandardCharsets.UTF_8);
        return NumberValue.of(bytes, 1, bytes.length - 1, decimalMark);
    }
}
