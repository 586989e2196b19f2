package io.plimsoll.access;

import io.plimsoll.canonical.Sha256;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * What is kept of a password: PBKDF2 with HMAC-SHA-512, with its rounds and salt beside it, so that both may be others later.
 *
 * <p><b>Source</b>: RFC 8018, section 5.2.
 */
public final class PasswordHash {
    private static final int SALT_BYTES = 16;
    private static final int BITS = 512;
    private static final Pattern FORM = Pattern.compile("pbkdf2-sha512:([0-9]{1,8}):([0-9a-f]{32}):([0-9a-f]{128})");

    private final int rounds;
    private final byte[] salt;
    private final byte[] hash;

    private PasswordHash(int rounds, byte[] salt, byte[] hash) {
        this.rounds = rounds;
        this.salt = salt;
        this.hash = hash;
    }

    static PasswordHash of(Password password, Secrecy secrecy) {
        byte[] salt = new byte[SALT_BYTES];
        secrecy.random().nextBytes(salt);
        return new PasswordHash(secrecy.rounds(), salt, derive(password, salt, secrecy.rounds()));
    }

    /** Of no password: what is held against it where there is no user, so that it takes as long. */
    public static PasswordHash ofNone(Secrecy secrecy) {
        return new PasswordHash(secrecy.rounds(), new byte[SALT_BYTES], new byte[BITS / Byte.SIZE]);
    }

    /** @throws IllegalArgumentException if it is not one that {@link #text()} gave */
    public static PasswordHash read(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("this is no hash of a password");
        }
        HexFormat hex = HexFormat.of();
        return new PasswordHash(
                Integer.parseInt(matcher.group(1)), hex.parseHex(matcher.group(2)), hex.parseHex(matcher.group(3)));
    }

    /** As it is kept: algorithm, rounds, salt and hash. */
    public String text() {
        HexFormat hex = HexFormat.of();
        return "pbkdf2-sha512:" + rounds + ":" + hex.formatHex(salt) + ":" + hex.formatHex(hash);
    }

    /** In a time that does not depend on how much of it is right. */
    public boolean fits(Password password) {
        return MessageDigest.isEqual(hash, derive(password, salt, rounds));
    }

    /** What the event log says of it. */
    public String fingerprint() {
        return fingerprint(text());
    }

    /** @param text as it is kept, whatever it is */
    public static String fingerprint(String text) {
        return Sha256.of(text);
    }

    private static byte[] derive(Password password, byte[] salt, int rounds) {
        PBEKeySpec key = new PBEKeySpec(password.characters(), salt, rounds, BITS);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                    .generateSecret(key)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has PBKDF2 with HMAC-SHA-512", e);
        } finally {
            key.clearPassword();
        }
    }

    @Override
    public String toString() {
        return "the hash of a password";
    }
}
