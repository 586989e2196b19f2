package io.plimsoll.config.yaml;

/** What a user wrote, made fit for one line of a message. */
public final class Shown {
    private static final int LONGEST = 64;

    private Shown() {}

    /** In single quotes, cut after 64 characters, with nothing in it that could disturb a terminal. */
    public static String quoted(String text) {
        return "'" + cut(text, LONGEST) + "'";
    }

    /** As it is, cut after three times as many characters. */
    static String text(String text) {
        return cut(text.strip(), 3 * LONGEST);
    }

    /** A key as part of a path: as it is if it is a plain word, else in quotes. */
    public static String key(String key) {
        boolean plain =
                !key.isEmpty() && key.length() <= LONGEST && key.codePoints().allMatch(Shown::isPlain);
        return plain ? key : quoted(key);
    }

    private static String cut(String text, int longest) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().limit(longest).forEach(c -> append(shown, c));
        if (text.codePointCount(0, text.length()) > longest) {
            shown.append('…');
        }
        return shown.toString();
    }

    private static boolean isPlain(int c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-';
    }

    private static void append(StringBuilder shown, int c) {
        int type = Character.getType(c);
        if (c == '\n' || c == '\t') {
            shown.append(' ');
        } else if (type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE) {
            shown.append('\\')
                    .append('u')
                    .append('{')
                    .append(Integer.toHexString(c))
                    .append('}');
        } else {
            shown.appendCodePoint(c);
        }
    }
}
