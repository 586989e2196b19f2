package io.plimsoll.guard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "0.73124, 0.7312",
        "18.4, 18.4",
        "-3.00004, -3",
        "1234567, 1235000",
        "0.00001234567, 0.00001235",
    })
    void fourDigitsWithoutAnExponent(double value, String shown) {
        assertThat(Figures.of(value)).isEqualTo(shown);
    }

    @Test
    void whatIsNotFiniteIsSaidInWords() {
        assertThat(Figures.of(Double.NaN)).isEqualTo("undefined");
        assertThat(Figures.of(Double.POSITIVE_INFINITY)).isEqualTo("infinite");
        assertThat(Figures.of(Double.NEGATIVE_INFINITY)).isEqualTo("-infinite");
    }

    @ParameterizedTest
    @CsvSource({"0.05, 5%", "0.2, 20%", "0.07, 7%", "0, 0%", "0.123456, 12.35%", "1, 100%"})
    void fractionsArePercentages(double fraction, String shown) {
        assertThat(Figures.percent(fraction)).isEqualTo(shown);
    }

    @Test
    void countsAgreeWithTheirNoun() {
        assertThat(Figures.count(0, "row")).isEqualTo("0 rows");
        assertThat(Figures.count(1, "row")).isEqualTo("1 row");
        assertThat(Figures.count(1204, "row")).isEqualTo("1,204 rows");
    }
}
