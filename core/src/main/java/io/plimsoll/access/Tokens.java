package io.plimsoll.access;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * The tokens of a workspace, by which programs show who they are. Making and revoking one is an event of the log, written in the same transaction.
 */
public interface Tokens {
    /**
     * Makes a token.
     *
     * @param actor who makes it
     */
    Created create(NewToken wanted, String actor);

    /** The newest first, also those that are refused by now. */
    List<AccessToken> list();

    Optional<AccessToken> find(String id);

    /**
     * Refuses a token from now on.
     *
     * @param reason why, in somebody's own words
     * @return whether this changed anything
     * @throws io.plimsoll.fault.PlimsollException with {@code UNKNOWN_TOKEN}
     */
    boolean revoke(String id, String actor, String reason);

    /**
     * Whom a secret stands for. Nobody, if it is not the secret of a token, the token has expired or is revoked, or its owner may do nothing here
     * any more. Its role is the token's, or its owner's if that is less.
     *
     * <p>Takes the same time for every secret of the right form.
     */
    Optional<Identity> present(String secret);

    /** By id, the SHA-256 of what a token's secret is held against, as the event of its making has it. */
    SortedMap<String, String> seals();

    /**
     * A token that was just made.
     *
     * @param secret {@code plim_}, the id, {@code _} and 43 characters: shown once, and kept by nobody
     */
    record Created(AccessToken token, String secret) {
        /** Without the secret, so that no log has it by accident. */
        @Override
        public String toString() {
            return "Created[" + token + "]";
        }
    }
}
