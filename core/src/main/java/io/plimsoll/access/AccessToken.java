package io.plimsoll.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A token as everybody may see it: without its secret, which nobody keeps.
 *
 * @param id part of the secret, and no secret itself
 * @param name what it is for, in its owner's words
 * @param owner in whose name it acts. It never does more than he may
 * @param expires from when on it is refused; absent for never
 * @param revoked since when it is refused; absent if it is not revoked
 * @param lastUsed to the minute; absent if it never was
 */
public record AccessToken(
        String id,
        String name,
        String owner,
        Role role,
        Instant created,
        @Nullable Instant expires,
        @Nullable Instant revoked,
        @Nullable Instant lastUsed) {

    /** Whether it is accepted at a time, as far as it depends on the token alone. */
    public boolean isValid(Instant now) {
        return revoked == null && (expires == null || now.isBefore(expires));
    }
}
