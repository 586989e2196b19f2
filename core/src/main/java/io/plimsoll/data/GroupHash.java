package io.plimsoll.data;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * A line through the groups of a table that every engine draws alike, and that new rows never move.
 *
 * <p>The first eight hex digits of MD5({@code salt + ':' + group}) are compared, as text, with {@link #line()}. A larger fraction keeps
 * every group that a smaller one has below its line. MD5 is used as a mixer that all engines have, not for security (RFC 1321).
 *
 * @param column the grouping column, hashed in its text form
 * @param fraction expected share of groups below the line, between 0 and 1
 */
public record GroupHash(String column, String salt, double fraction) implements ByValue {
    private static final int DIGITS = 8;

    /** The line as eight lower-case hex digits. */
    public String line() {
        return line(fraction);
    }

    static String line(double fraction) {
        long units = Math.min((1L << 32) - 1, Math.round(fraction * (1L << 32)));
        return String.format(Locale.ROOT, "%08x", units);
    }

    @Override
    public boolean holdsOut(String group) {
        return digits(salt, group).compareTo(line()) < 0;
    }

    /** What groups are compared by: eight lower-case hex digits. */
    public static String digits(String salt, String group) {
        try {
            MessageDigest md5 = MessageDigest.getInstance("MD5");
            byte[] digest = md5.digest((salt + ":" + group).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has MD5", e);
        }
    }
}
