package io.plimsoll.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody may do here for whom an identity provider vouches.
 *
 * @param subject what the identity provider calls him
 * @param since when he got the role that he has
 * @param grantedBy from whom
 * @param revoked since when he may do nothing any more; absent if he may
 */
public record Member(
        String subject,
        Role role,
        Instant since,
        String grantedBy,
        @Nullable Instant revoked) {
    /** @throws io.plimsoll.fault.PlimsollException with {@code USAGE} if nobody can be called so */
    public Member {
        Names.subject(subject);
    }
}
