package io.plimsoll.access;

import java.security.SecureRandom;

/**
 * By what secrets are made and kept.
 *
 * @param rounds how often a password is hashed that is set from now on; those that were set before keep theirs
 */
public record Secrecy(SecureRandom random, int rounds) {
    /** OWASP's Password Storage Cheat Sheet (2023) for PBKDF2 with HMAC-SHA-512. */
    private static final int USUAL_ROUNDS = 210_000;

    public static Secrecy usual() {
        return new Secrecy(new SecureRandom(), USUAL_ROUNDS);
    }

    public PasswordHash hash(Password password) {
        return PasswordHash.of(password, this);
    }
}
