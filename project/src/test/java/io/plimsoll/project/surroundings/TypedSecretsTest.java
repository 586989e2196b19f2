package io.plimsoll.project.surroundings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Secrets from standard input; tests have no terminal. */
class TypedSecretsTest {
    @Test
    void eachLineIsOneSecretWithoutItsEnd() {
        TypedSecrets input = of("four wörds and more \r\n\nlast");

        assertThat(input.isPerson()).isFalse();
        assertThat(input.line("a")).contains("four wörds and more ");
        assertThat(input.line("b")).contains("");
        assertThat(input.line("c")).contains("last");
        assertThat(input.line("d")).isEmpty();
    }

    @Test
    void nothingIsNoSecret() {
        assertThat(of("").line("a")).isEmpty();
    }

    @Test
    void aLineWithoutAnEndIsNotReadForEver() {
        assertThat(of("x".repeat(1_000_000)).line("a").orElseThrow()).hasSizeLessThan(10_000);
    }

    private static TypedSecrets of(String text) {
        return new TypedSecrets(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
