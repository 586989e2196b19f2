package io.plimsoll.access;

import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import java.text.Normalizer;

/** A password as somebody typed it. It shows itself nowhere. */
public final class Password {
    /** How long a password is that is set. NIST SP 800-63B asks for length, and for no kinds of characters. */
    public static final int SHORTEST = 12;

    public static final int LONGEST = 256;

    private final String text;

    public Password(String text) {
        this.text = text;
    }

    /** The same characters for whoever types them on another keyboard. */
    char[] characters() {
        String bounded = text.length() > LONGEST ? text.substring(0, LONGEST + 1) : text;
        return Normalizer.normalize(bounded, Normalizer.Form.NFC).toCharArray();
    }

    /**
     * That it may be the password of a user.
     *
     * @throws PlimsollException with {@code PASSWORD_REFUSED} if it is too short, too long, or the user's name
     */
    public void requireGoodFor(String user) {
        int length = text.codePointCount(0, text.length());
        if (length < SHORTEST || text.length() > LONGEST) {
            throw refused("a password has " + SHORTEST + " to " + LONGEST + " characters");
        }
        if (text.equalsIgnoreCase(user) || text.chars().distinct().count() < 4) {
            throw refused("this password is one of the first that anybody would try");
        }
    }

    private static PlimsollException refused(String what) {
        return PlimsollException.of(
                ErrorCode.PASSWORD_REFUSED, what, "", "take several words, or what a password manager makes");
    }

    @Override
    public String toString() {
        return "a password";
    }
}
