package io.plimsoll.project.reference;

import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;

/** Why somebody changes by hand what is in use. It is kept for ever and shown in one line. */
public final class Reason {
    private static final int MOST_CHARACTERS = 500;

    private Reason() {}

    /** The text that was given, without space around it. */
    public static String of(String text) {
        String reason = text.strip();
        boolean isOneLine = reason.chars().noneMatch(Character::isISOControl);
        if (reason.isEmpty() || reason.length() > MOST_CHARACTERS || !isOneLine) {
            throw PlimsollException.of(
                    ErrorCode.USAGE,
                    "a reason is one line of 1 to " + MOST_CHARACTERS + " characters",
                    "--reason",
                    "say in a sentence why, for those who look back at it later");
        }
        return reason;
    }
}
