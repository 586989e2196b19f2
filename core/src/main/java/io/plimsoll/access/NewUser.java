package io.plimsoll.access;

/**
 * A local user whom somebody wants to add.
 *
 * @param name 1 to 64 of a-z, 0-9, point, dash and underscore
 */
public record NewUser(String name, Role role, Password password) {
    /** @throws io.plimsoll.fault.PlimsollException with {@code USAGE} if the name cannot be, or {@code PASSWORD_REFUSED} */
    public NewUser {
        Names.user(name);
        password.requireGoodFor(name);
    }
}
