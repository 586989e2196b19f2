package io.plimsoll.card;

/** Writes elements that are both HTML and well-formed XML. Everything that is not markup is escaped. */
final class Html {
    private final StringBuilder out = new StringBuilder();

    /** @param attributes names and values in turn */
    Html open(String name, String... attributes) {
        out.append('<').append(name);
        attributes(attributes);
        out.append('>');
        return this;
    }

    Html close(String name) {
        out.append("</").append(name).append(">\n");
        return this;
    }

    Html text(String text) {
        out.append(escaped(text));
        return this;
    }

    /** An element that holds text alone. */
    Html element(String name, String text, String... attributes) {
        return open(name, attributes).text(text).close(name);
    }

    /** An element that holds nothing. */
    Html empty(String name, String... attributes) {
        out.append('<').append(name);
        attributes(attributes);
        out.append(" />\n");
        return this;
    }

    /** Markup of our own that needs no escaping: a style sheet. */
    Html raw(String markup) {
        out.append(markup);
        return this;
    }

    @Override
    public String toString() {
        return out.toString();
    }

    private void attributes(String... attributes) {
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            out.append(escaped(attributes[i + 1])).append('"');
        }
    }

    /** Also without what XML has no way to write: most control characters, and halves of surrogate pairs. */
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(isCharacter(c) ? c : 0xFFFD);
            }
        });
        return escaped.toString();
    }

    private static boolean isCharacter(int c) {
        boolean isControl = c < ' ' && c != '\n' && c != '\t';
        boolean isHalf = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        return !isControl && !isHalf && c != 0xFFFE && c != 0xFFFF;
    }
}
