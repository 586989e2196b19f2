package io.plimsoll.access;

/** Who may do what in a workspace. */
public interface Access {
    Tokens tokens();

    Users users();

    Members members();
}
