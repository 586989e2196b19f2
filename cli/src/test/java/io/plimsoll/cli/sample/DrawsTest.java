package io.plimsoll.cli.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DrawsTest {
    private static final int MANY = 100_000;

    /** The first numbers that SplitMix64's reference implementation gives for the seed 1234567. */
    @Test
    void mixesAsSplitMix64() {
        long gamma = 0x9e3779b97f4a7c15L;

        assertThat(Draws.mix(1234567)).isEqualTo(6457827717110365317L);
        assertThat(Draws.mix(1234567 + gamma)).isEqualTo(3203168211198807973L);
    }

    @Test
    void streamsOfAnotherNameAreOtherStreams() {
        double drawn = Draws.of(1, "sites", 2).uniform();

        assertThat(Draws.of(1, "sites", 2).uniform()).isEqualTo(drawn);
        assertThat(Draws.of(2, "sites", 2).uniform()).isNotEqualTo(drawn);
        assertThat(Draws.of(1, "status", 2).uniform()).isNotEqualTo(drawn);
        assertThat(Draws.of(1, "sites", 3).uniform()).isNotEqualTo(drawn);
    }

    @Test
    void distributionsHaveTheMeanThatTheyAreAskedFor() {
        assertThat(mean(Draws::uniform)).isCloseTo(0.5, within(0.005));
        assertThat(mean(draws -> draws.normal(3, 2))).isCloseTo(3, within(0.03));
        assertThat(mean(draws -> draws.lognormal(4, 0.5))).isCloseTo(4 * Math.exp(0.125), within(0.05));
        assertThat(mean(draws -> draws.poisson(2.2))).isCloseTo(2.2, within(0.03));
        assertThat(mean(draws -> draws.poisson(50))).isCloseTo(50, within(0.1));
        assertThat(mean(draws -> draws.between(3, 9))).isCloseTo(6, within(0.03));
        assertThat(mean(draws -> draws.chance(0.2) ? 1 : 0)).isCloseTo(0.2, within(0.005));
    }

    @Test
    void wholeNumbersStayInTheirRangeAndReachBothEnds() {
        Draws draws = Draws.of(1, "range", 0);

        assertThat(IntStream.range(0, 1000)
                        .map(i -> draws.between(2, 4))
                        .distinct()
                        .sorted())
                .containsExactly(2, 3, 4);
    }

    @Test
    void choicesFollowTheirWeights() {
        Choices<String> choices = Choices.of(3, "often").or(0, "never").or(1, "rarely");

        assertThat(mean(draws -> choices.drawn(draws).equals("often") ? 1 : 0)).isCloseTo(0.75, within(0.005));
        assertThat(mean(draws -> choices.drawn(draws).equals("never") ? 1 : 0)).isZero();
    }

    private static double mean(ToDoubleFunction<Draws> drawn) {
        Draws draws = Draws.of(1, "mean", 0);
        return IntStream.range(0, MANY)
                .mapToDouble(i -> drawn.applyAsDouble(draws))
                .average()
                .orElseThrow();
    }
}
