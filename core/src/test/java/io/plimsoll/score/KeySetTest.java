package io.plimsoll.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeySetTest {
    @Test
    void everyKeyIsNewOnceHoweverManyThereAre() {
        KeySet keys = new KeySet(-1);

        assertThat(IntStream.range(0, 300_000).filter(i -> keys.add("NCT" + i)).count())
                .isEqualTo(300_000);
        assertThat(IntStream.range(0, 300_000).filter(i -> keys.add("NCT" + i)).count())
                .isZero();
    }

    @Test
    void keysThatAreNearlyAlikeAreDifferent() {
        KeySet keys = new KeySet(-1);

        assertThat(keys.add("ab")).isTrue();
        assertThat(keys.add("ba")).isTrue();
        assertThat(keys.add("")).isTrue();
        assertThat(keys.add("a\u0000b")).isTrue();
        assertThat(keys.add("ab")).isFalse();
    }
}
