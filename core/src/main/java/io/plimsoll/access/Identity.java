package io.plimsoll.access;

/**
 * Somebody who has shown who he is.
 *
 * @param name what is written as actor into records and events. That of a token is its owner's, so that nobody approves by a token what he has
 *     submitted himself
 */
public record Identity(String name, Role role, Origin origin) {
    /** By what somebody has shown who he is. */
    public enum Origin {
        /** A link that was printed where the server runs, and works once. */
        LOCAL_LINK,
        TOKEN,
        /** Name and password of a local user. */
        USER,
        /** The word of an identity provider. */
        OIDC
    }
}
