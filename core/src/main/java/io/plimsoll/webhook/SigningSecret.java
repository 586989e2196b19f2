package io.plimsoll.webhook;

import io.plimsoll.canonical.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a receiver knows a message of ours by. The workspace has to keep it, since it signs with it.
 *
 * <p><b>Source</b>: Standard Webhooks 1.0, symmetric signatures.
 */
public final class SigningSecret {
    private static final String PREFIX = "whsec_";
    private static final int BYTES = 32;

    private final byte[] key;

    private SigningSecret(byte[] key) {
        this.key = key;
    }

    public static SigningSecret draw(SecureRandom random) {
        byte[] key = new byte[BYTES];
        random.nextBytes(key);
        return new SigningSecret(key);
    }

    /** @throws IllegalArgumentException if it is not one that {@link #text()} gave */
    public static SigningSecret read(String text) {
        if (!text.startsWith(PREFIX)) {
            throw new IllegalArgumentException("this is no secret to sign with");
        }
        return new SigningSecret(Base64.getDecoder().decode(text.substring(PREFIX.length())));
    }

    /** As a receiver needs it. */
    public String text() {
        return PREFIX + Base64.getEncoder().encodeToString(key);
    }

    /** What the event log says of it. */
    public String fingerprint() {
        return Sha256.of(text());
    }

    /** The value of the header {@code webhook-signature}. */
    public String signature(String id, Instant sent, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            String signed = id + "." + sent.getEpochSecond() + "." + body;
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has HMAC-SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "a secret to sign with";
    }
}
