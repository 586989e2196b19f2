package io.plimsoll.access;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A token that somebody wants.
 *
 * @param name what it is for: 1 to 64 of a-z, 0-9, point, dash and underscore
 * @param owner in whose name it acts
 * @param lifetime how long it is accepted; absent for as long as it is not revoked
 */
public record NewToken(
        String name, String owner, Role role, @Nullable Duration lifetime) {
    /** @throws io.plimsoll.fault.PlimsollException with {@code USAGE} for a name, an owner or a lifetime that cannot be */
    public NewToken {
        Names.token(name);
        Names.owner(owner);
        Names.lifetime(lifetime);
    }
}
