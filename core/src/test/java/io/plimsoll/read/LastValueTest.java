package io.plimsoll.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LastValueTest {
    private final LastValue last = new LastValue();

    @Test
    void knowsTheValueBeforeAndNoOther() {
        assertThat(again("Bonn")).isFalse();
        assertThat(again("Bonn")).isTrue();
        assertThat(again("Bern")).isFalse();
        assertThat(again("Bonn")).isFalse();
        assertThat(again("Bonna")).isFalse();
        assertThat(again("Bonn")).isFalse();
        assertThat(again("")).isFalse();
        assertThat(again("")).isTrue();
    }

    @Test
    void thereIsNoneBeforeTheFirst() {
        assertThat(again("")).isFalse();
    }

    @Test
    void aLongValueIsNeverKnown() {
        String longest = "x".repeat(64);
        assertThat(again(longest)).isFalse();
        assertThat(again(longest)).isTrue();
        assertThat(again(longest + "x")).isFalse();
        assertThat(again(longest + "x")).isFalse();
        assertThat(again(longest)).isFalse();
    }

    @Test
    void keepsWhatTheBufferHeldThen() {
        byte[] buffer = {'a', 'b'};
        assertThat(last.isAgain(buffer, 0, 2)).isFalse();
        Arrays.fill(buffer, (byte) 'z');
        assertThat(last.isAgain(buffer, 0, 2)).isFalse();
        assertThat(last.isAgain(buffer, 0, 2)).isTrue();
    }

    private boolean again(String value) {
        byte[] utf8 = ("," + value + ",").getBytes(StandardCharsets.UTF_8);
        return last.isAgain(utf8, 1, utf8.length - 1);
    }
}
