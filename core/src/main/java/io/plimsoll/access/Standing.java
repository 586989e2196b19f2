package io.plimsoll.access;

import java.time.Instant;
import java.util.Optional;

/** What somebody may do at a moment, by all that the workspace knows of him. */
public final class Standing {
    private Standing() {}

    /** Whoever has shown a user's password. */
    public static Optional<Identity> of(User user) {
        return user.disabled() == null
                ? Optional.of(new Identity(user.name(), user.role(), Identity.Origin.USER))
                : Optional.empty();
    }

    /**
     * Whoever has shown a token's secret: no more than the token may, and no more than its owner.
     *
     * @param user the local user who is called as the owner is, if there is one
     * @param member the member who is called so, if there is one or ever was
     */
    public static Optional<Identity> of(AccessToken token, Instant now, Optional<User> user, Optional<Member> member) {
        boolean isRefused = !token.isValid(now)
                || user.map(User::disabled).isPresent()
                || member.map(Member::revoked).isPresent();
        if (isRefused) {
            return Optional.empty();
        }
        Role role = user.map(one -> Role.lesser(token.role(), one.role())).orElse(token.role());
        Role least = member.map(one -> Role.lesser(role, one.role())).orElse(role);
        return Optional.of(new Identity(token.owner(), least, Identity.Origin.TOKEN));
    }
}
