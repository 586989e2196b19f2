package io.plimsoll.access;

import io.plimsoll.canonical.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a program shows to be let in: an id that finds the token, and 256 bits that nobody can guess. */
public final class TokenSecret {
    private static final Pattern FORM = Pattern.compile("plim_([0-9a-f]{12})_([A-Za-z0-9_-]{43})");
    private static final int ID_BYTES = 6;
    private static final int BYTES = 32;
    private static final int SALT_BYTES = 16;

    private final String id;
    private final String key;

    private TokenSecret(String id, String key) {
        this.id = id;
        this.key = key;
    }

    public static TokenSecret draw(SecureRandom random) {
        byte[] key = bytes(random, BYTES);
        return new TokenSecret(
                HexFormat.of().formatHex(bytes(random, ID_BYTES)),
                Base64.getUrlEncoder().withoutPadding().encodeToString(key));
    }

    /** Empty if a text is not of the form of a secret. */
    public static Optional<TokenSecret> read(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches() ? Optional.of(new TokenSecret(matcher.group(1), matcher.group(2))) : Optional.empty();
    }

    public String id() {
        return id;
    }

    /** All of it, to be shown once. */
    public String text() {
        return "plim_" + id + "_" + key;
    }

    public Seal sealed(SecureRandom random) {
        String salt = HexFormat.of().formatHex(bytes(random, SALT_BYTES));
        return new Seal(salt, digest(salt));
    }

    /** One round of SHA-256 is enough: nobody tries 2^256 keys, however fast each try is. */
    private String digest(String salt) {
        return Sha256.of(salt + ":" + key);
    }

    private static byte[] bytes(SecureRandom random, int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    @Override
    public String toString() {
        return "the secret of token " + id;
    }

    /** What is kept of a secret, and tells nobody what it was. */
    public record Seal(String salt, String sha256) {
        /** Of no secret: what is held against it where there is no token, so that it takes as long. */
        public static final Seal OF_NONE = new Seal("0".repeat(2 * SALT_BYTES), "0".repeat(64));

        /** In a time that does not depend on how much of it is right. */
        public boolean fits(TokenSecret secret) {
            return MessageDigest.isEqual(
                    sha256.getBytes(StandardCharsets.US_ASCII),
                    secret.digest(salt).getBytes(StandardCharsets.US_ASCII));
        }

        /** What the event log says of it. */
        public String fingerprint() {
            return Sha256.of(salt + ":" + sha256);
        }
    }
}
