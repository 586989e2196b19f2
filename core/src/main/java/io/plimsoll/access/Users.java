package io.plimsoll.access;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * The local users of a workspace, for installations without an identity provider. Each change is an event of the log, written in the same
 * transaction; what is so already is no change, and no event.
 *
 * <p>Every method that changes a user throws {@link io.plimsoll.fault.PlimsollException} with {@code UNKNOWN_USER} if there is none of this name.
 */
public interface Users {
    /**
     * @param actor who adds him
     * @throws io.plimsoll.fault.PlimsollException with {@code ALREADY_EXISTS}
     */
    User add(NewUser wanted, String actor);

    /** Sorted by name. */
    List<User> list();

    Optional<User> find(String name);

    /** @return whether this changed anything */
    boolean setRole(String name, Role role, String actor);

    /**
     * Refuses a user and his tokens from now on.
     *
     * @param reason why, in somebody's own words
     * @return whether this changed anything
     */
    boolean disable(String name, String actor, String reason);

    /** @return whether this changed anything */
    boolean enable(String name, String actor);

    /** @throws io.plimsoll.fault.PlimsollException with {@code PASSWORD_REFUSED} */
    void setPassword(String name, Password password, String actor);

    /**
     * Who signs in. Nobody, if there is no such user, the password is another, the user is disabled, or there were too many tries just before:
     * whoever asks cannot tell which, neither by the answer nor by the time that it takes.
     */
    Optional<Identity> present(String name, Password password);

    /** By name, the SHA-256 of what a user's password is held against, as the last event of its setting has it. */
    SortedMap<String, String> seals();
}
