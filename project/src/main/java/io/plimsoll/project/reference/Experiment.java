package io.plimsoll.project.reference;

import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;

/** The name under which runs are grouped. It is shown in one line of a table. */
public final class Experiment {
    public static final String USUAL = "default";

    private static final int MOST_CHARACTERS = 100;

    private Experiment() {}

    /**
     * The name that was given.
     *
     * @throws PlimsollException with {@code USAGE} if it is none
     */
    public static String of(String name) {
        boolean isOneLine = name.chars().noneMatch(Character::isISOControl);
        if (name.isBlank() || name.length() > MOST_CHARACTERS || !isOneLine) {
            throw PlimsollException.of(
                    ErrorCode.USAGE,
                    "an experiment's name is one line of 1 to " + MOST_CHARACTERS + " characters",
                    "--experiment",
                    "leave it out for '" + USUAL + "'");
        }
        return name;
    }
}
