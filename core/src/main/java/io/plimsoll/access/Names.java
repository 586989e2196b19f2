package io.plimsoll.access;

import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What people, programs and tokens may be called. What passes here is one word on one line wherever it is shown. */
public final class Names {
    private static final Pattern PLAIN = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

    /** OpenID Connect Core 1.0, section 2: a subject has at most 255 ASCII characters, and case matters. */
    private static final Pattern SUBJECT = Pattern.compile("[!-~]{1,255}");

    private static final Pattern TOKEN_ID = Pattern.compile("[0-9a-f]{12}");

    private static final Duration LONGEST = Duration.ofDays(3_653);

    private Names() {}

    public static boolean isTokenId(String text) {
        return TOKEN_ID.matcher(text).matches();
    }

    public static boolean isUser(String text) {
        return PLAIN.matcher(text).matches();
    }

    public static boolean isSubject(String text) {
        return SUBJECT.matcher(text).matches();
    }

    static void token(String name) {
        require(
                PLAIN,
                name,
                "a token's name",
                "use 1 to 64 of a-z, 0-9, point, dash and underscore, beginning with a letter or digit");
    }

    static void user(String name) {
        require(
                PLAIN,
                name,
                "a user's name",
                "use 1 to 64 of a-z, 0-9, point, dash and underscore, beginning with a letter or digit");
    }

    static void owner(String name) {
        require(
                SUBJECT,
                name,
                "the owner of a token",
                "name a person or a program by 1 to 255 visible ASCII characters without spaces");
    }

    static void subject(String name) {
        require(
                SUBJECT,
                name,
                "the name of a person or program",
                "use 1 to 255 visible ASCII characters without spaces, as the identity provider has it");
    }

    static void lifetime(@Nullable Duration lifetime) {
        if (lifetime != null && (lifetime.toMillis() <= 0 || lifetime.compareTo(LONGEST) > 0)) {
            throw PlimsollException.of(
                    ErrorCode.USAGE,
                    "a token is accepted for more than no time, and for ten years at most",
                    "",
                    "give a time such as 90d, or none");
        }
    }

    private static void require(Pattern pattern, String name, String what, String help) {
        if (!pattern.matcher(name).matches()) {
            throw PlimsollException.of(ErrorCode.USAGE, "this cannot be " + what, "", help);
        }
    }
}
