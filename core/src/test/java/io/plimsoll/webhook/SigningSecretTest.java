package io.plimsoll.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SigningSecretTest {
    /** The example of the Standard Webhooks specification and its libraries. */
    @Test
    void signsAsTheStandardDoes() {
        SigningSecret secret = SigningSecret.read("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

        String signature = secret.signature(
                "msg_p5jXN8AQM9LWM0D4loKWxJek", Instant.ofEpochSecond(1_614_265_330), "{\"test\": 2432232314}");

        assertThat(signature).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void aSecretIsReadAsItWasDrawn() {
        SigningSecret drawn = SigningSecret.draw(new SecureRandom());

        assertThat(drawn.text()).matches("whsec_[A-Za-z0-9+/]{43}=");
        assertThat(SigningSecret.read(drawn.text()).fingerprint()).isEqualTo(drawn.fingerprint());
        assertThat(SigningSecret.draw(new SecureRandom()).text()).isNotEqualTo(drawn.text());
        assertThat(drawn.toString()).doesNotContain("whsec");
        for (String text : List.of("", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_*")) {
            assertThatIllegalArgumentException().isThrownBy(() -> SigningSecret.read(text));
        }
    }

    @Test
    void aMessageIsTypeTimeAndFacts() {
        Message message = Message.of(
                "msg_1",
                Occasion.LINE_CROSSED,
                Instant.parse("2026-11-23T12:00:00Z"),
                Map.of("model", "lung", "version", "2"));

        assertThat(message.body())
                .isEqualTo("{\"data\":{\"model\":\"lung\",\"version\":\"2\"},"
                        + "\"timestamp\":\"2026-11-23T12:00:00Z\",\"type\":\"model.crossed-the-line\"}");
    }
}
