package io.plimsoll.server.access;

import io.plimsoll.access.AccessToken;
import io.plimsoll.access.Role;
import io.plimsoll.server.page.Tag;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A token, without its secret.
 *
 * @param owner in whose name it acts
 * @param lastUsed to the minute; absent if it never was
 */
record TokenResource(
        String id,
        String name,
        String owner,
        Role role,
        State state,
        Instant created,
        @Nullable Instant expires,
        @Nullable Instant revoked,
        @Nullable Instant lastUsed) {
    enum State {
        VALID,
        EXPIRED,
        REVOKED
    }

    static TokenResource of(AccessToken token, Instant now) {
        return new TokenResource(
                token.id(),
                token.name(),
                token.owner(),
                token.role(),
                state(token, now),
                token.created(),
                token.expires(),
                token.revoked(),
                token.lastUsed());
    }

    private static State state(AccessToken token, Instant now) {
        if (token.revoked() != null) {
            return State.REVOKED;
        }
        return token.isValid(now) ? State.VALID : State.EXPIRED;
    }

    /** Of nothing but a revocation: that it was used or has expired is nobody's change. */
    static Tag tag(AccessToken token) {
        return Tag.of(new Revocation(
                token.id(),
                Optional.ofNullable(token.revoked()).map(Instant::toString).orElse("")));
    }

    private record Revocation(String id, String since) {}
}
