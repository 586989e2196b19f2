package io.plimsoll.workspace;

import java.util.regex.Pattern;

/** What may become part of a path in a workspace. Nothing that passes here leads out of the folder that it is resolved against. */
public final class SafeNames {
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    /** Names of letters, digits, points, dashes and underscores, joined by slashes; no name begins with a point. */
    private static final Pattern PATH =
            Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,127}(/[A-Za-z0-9_-][A-Za-z0-9._-]{0,127}){0,15}");

    private SafeNames() {}

    /**
     * Returns the id of a run or the name of a model, alias or dataset as it was given.
     *
     * @throws IllegalArgumentException if it is not one
     */
    public static String id(String id) {
        return matching(
                ID, id, "an id is 1 to 64 of a-z, 0-9, point, dash and underscore, and begins with a letter or digit");
    }

    /** @throws IllegalArgumentException if it is not a SHA-256 in lower-case hex */
    public static String sha256(String sha256) {
        return matching(SHA256, sha256, "a content address is 64 hex digits in lower case");
    }

    /** @throws IllegalArgumentException if it is not a relative path of plain names with {@code /} between them */
    public static String path(String path) {
        return matching(PATH, path, "a path in a workspace is relative, of plain names with slashes between them");
    }

    private static String matching(Pattern pattern, String text, String rule) {
        if (!pattern.matcher(text).matches()) {
            throw new IllegalArgumentException(rule);
        }
        return text;
    }
}
