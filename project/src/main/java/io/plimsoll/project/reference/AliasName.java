package io.plimsoll.project.reference;

import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import java.util.regex.Pattern;

/** What people may call a version. It never looks like a version's number. */
public final class AliasName {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9._-]{0,63}");

    private AliasName() {}

    /**
     * The name that was given.
     *
     * @throws PlimsollException with {@code USAGE} if it is none
     */
    public static String of(String name) {
        if (!FORM.matcher(name).matches()) {
            throw PlimsollException.of(
                    ErrorCode.USAGE,
                    "an alias is a lower-case letter, then letters, digits, points, dashes and underscores, 64 at most",
                    "--alias",
                    "such as challenger");
        }
        return name;
    }
}
