package io.plimsoll.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The digests are those of {@code printf 'salt:group' | md5sum}. */
class GroupHashTest {
    @ParameterizedTest
    @CsvSource({"0, 00000000", "0.2, 33333333", "0.25, 40000000", "0.5, 80000000", "1, ffffffff"})
    void theLineIsTheFractionOfAllDigits(double fraction, String line) {
        assertThat(new GroupHash("g", "salt", fraction).line()).isEqualTo(line);
    }

    @ParameterizedTest
    @CsvSource({
        "lung-activation, NCT01234567, a5823144",
        "lung-activation, 42,          7078f4c4",
        "salt,            Größe 肺 🚢,  1da82429",
        "salt,            '',          99fd05ba",
    })
    void aGroupStaysWhereItIsForEver(String salt, String group, String digits) {
        double line = Long.parseLong(digits, 16) / (double) (1L << 32);
        double next = (Long.parseLong(digits, 16) + 1) / (double) (1L << 32);

        assertThat(new GroupHash("g", salt, line).holdsOut(group)).isFalse();
        assertThat(new GroupHash("g", salt, next).holdsOut(group)).isTrue();
    }

    @Property
    void aLargerHoldoutHoldsEveryGroupOfASmallerOne(
            @ForAll String group,
            @ForAll String salt,
            @ForAll @DoubleRange(min = 0, max = 1) double one,
            @ForAll @DoubleRange(min = 0, max = 1) double other) {
        boolean inSmaller = new GroupHash("g", salt, Math.min(one, other)).holdsOut(group);
        boolean inLarger = new GroupHash("g", salt, Math.max(one, other)).holdsOut(group);

        assertThat(inLarger || !inSmaller).isTrue();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.2, 0.5, 0.9})
    void theShareOfGroupsBelowIsTheFraction(double fraction) {
        GroupHash hash = new GroupHash("g", "salt", fraction);

        long below = IntStream.range(0, 10_000)
                .filter(i -> hash.holdsOut(Integer.toString(i)))
                .count();

        assertThat(below / 10_000.0).isBetween(fraction - 0.015, fraction + 0.015);
    }

    @Test
    void nothingIsBelowNothing() {
        GroupHash hash = new GroupHash("g", "salt", 0);

        assertThat(IntStream.range(0, 1000).filter(i -> hash.holdsOut("g" + i))).isEmpty();
    }
}
