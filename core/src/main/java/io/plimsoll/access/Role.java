package io.plimsoll.access;

/** What somebody may do in a workspace. Each role may do what those before it may. */
public enum Role {
    /** Looks at everything, and changes nothing. */
    VIEWER,
    /** Submits, follows and cancels runs, and publishes what is run. */
    SUBMITTER,
    /** Promotes, approves, turns down and retires versions. */
    APPROVER,
    /** Says who may do what, and erases. */
    ADMIN;

    public boolean includes(Role other) {
        return compareTo(other) >= 0;
    }

    /** The one of two roles that may do less. */
    public static Role lesser(Role one, Role other) {
        return one.includes(other) ? other : one;
    }
}
