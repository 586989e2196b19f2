package io.plimsoll.access;

import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;

/** What is said where a token or a person is not there, or there already, by whoever finds out. */
public final class AccessRefusals {
    private AccessRefusals() {}

    public static PlimsollException unknownToken() {
        return PlimsollException.of(
                ErrorCode.UNKNOWN_TOKEN, "there is no token of this id", "", "`plimsoll tokens list` shows the ids");
    }

    public static PlimsollException unknownUser() {
        return PlimsollException.of(
                ErrorCode.UNKNOWN_USER, "there is no user of this name", "", "`plimsoll users list` shows them");
    }

    public static PlimsollException userExists(String name) {
        return PlimsollException.of(
                ErrorCode.ALREADY_EXISTS,
                "there is a user " + name + " already",
                "",
                "`plimsoll users password " + name + "` gives him another password, `plimsoll users enable " + name
                        + "` lets him in again");
    }

    public static PlimsollException unknownMember() {
        return PlimsollException.of(
                ErrorCode.UNKNOWN_USER,
                "nothing was granted to anybody of this name",
                "",
                "`plimsoll members list` shows to whom something was");
    }
}
