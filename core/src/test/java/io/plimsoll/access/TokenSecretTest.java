package io.plimsoll.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.access.TokenSecret.Seal;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TokenSecretTest {
    private final SecureRandom random = new SecureRandom();

    @Test
    void aSecretIsReadAsItWasDrawn() {
        TokenSecret drawn = TokenSecret.draw(random);
        TokenSecret read = TokenSecret.read(drawn.text()).orElseThrow();

        assertThat(read.id()).isEqualTo(drawn.id());
        assertThat(read.text()).isEqualTo(drawn.text());
        assertThat(drawn.sealed(random).fits(read)).isTrue();
        assertThat(drawn.toString()).doesNotContain(drawn.text().substring(18));
    }

    @Test
    void aSealFitsItsSecretAlone() {
        TokenSecret secret = TokenSecret.draw(random);
        Seal seal = secret.sealed(random);

        assertThat(seal.fits(TokenSecret.draw(random))).isFalse();
        assertThat(Seal.OF_NONE.fits(secret)).isFalse();
        assertThat(secret.sealed(random)).as("salted anew").isNotEqualTo(seal);
    }

    /** The seal by Python's hashlib. */
    @Test
    void aSealIsASaltedSha256() {
        Seal seal = new Seal("0".repeat(32), "3e395b10e5e664348c1151399ae93baeb19bc8936d89104515ddf2e6b3e77952");
        assertThat(seal.fits(
                        TokenSecret.read("plim_000000000000_" + "A".repeat(43)).orElseThrow()))
                .isTrue();
    }

    @Test
    void noTwoAreTheSame() {
        Set<String> ids = new HashSet<>();
        Set<String> texts = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            TokenSecret secret = TokenSecret.draw(random);
            ids.add(secret.id());
            texts.add(secret.text().substring(18));
        }
        assertThat(ids).hasSize(10_000);
        assertThat(texts).hasSize(10_000);
    }
}
