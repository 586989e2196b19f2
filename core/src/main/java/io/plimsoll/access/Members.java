package io.plimsoll.access;

import java.util.List;
import java.util.Optional;

/**
 * What the people may do here for whom an identity provider vouches. Nobody may do anything to whom it was not granted. Each change is an event of
 * the log, written in the same transaction; what is so already is no change, and no event.
 */
public interface Members {
    /**
     * Gives somebody a role, instead of the one that he had.
     *
     * @param subject as the identity provider calls him
     * @return whether this changed anything
     * @throws io.plimsoll.fault.PlimsollException with {@code USAGE} if nobody can be called so
     */
    boolean grant(String subject, Role role, String actor);

    /**
     * Lets somebody do nothing any more, nor his tokens.
     *
     * @param reason why, in somebody's own words
     * @return whether this changed anything
     * @throws io.plimsoll.fault.PlimsollException with {@code UNKNOWN_USER} if he never was a member
     */
    boolean revoke(String subject, String actor, String reason);

    /** Sorted by subject, also those who may do nothing any more. */
    List<Member> list();

    Optional<Member> find(String subject);

    /** Whom an identity provider has vouched for, if he may do anything here. */
    default Optional<Identity> present(String subject) {
        return find(subject)
                .filter(member -> member.revoked() == null)
                .map(member -> new Identity(member.subject(), member.role(), Identity.Origin.OIDC));
    }
}
