package io.plimsoll.local.duckdb;

import io.plimsoll.config.Delimiter;
import io.plimsoll.config.SourceConfig;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * CSV as RFC 4180 has it, read from a string: lines end with a line feed, a carriage return or both, empty lines are none, a quote inside an
 * unquoted value is a character, and everything else that the RFC does not know is refused.
 */
final class PlainCsv {
    private static final int LONGEST = 2_000_000;

    private final String text;
    private final char delimiter;
    private final List<List<String>> records = new ArrayList<>();
    private int at;

    private PlainCsv(String text, char delimiter) {
        this.text = text;
        this.delimiter = delimiter;
    }

    static PlainTable read(byte[] file, SourceConfig config) throws Refused {
        String decoded = decoded(file, config.options().encoding());
        String text = decoded.startsWith("\ufeff") ? decoded.substring(1) : decoded;
        if (text.indexOf('\0') >= 0) {
            throw new Refused("a NUL");
        }
        char delimiter = config.options().delimiter().symbol();
        List<List<String>> records = new PlainCsv(text, delimiter).records();
        List<String> names = records.get(0);
        for (Delimiter other : Delimiter.values()) {
            if (names.size() == 1 && names.get(0).indexOf(other.symbol()) >= 0 && other.symbol() != delimiter) {
                throw new Refused("a header that another delimiter seems to part");
            }
        }
        List<List<@Nullable String>> rows = new ArrayList<>();
        for (List<String> fields : records.subList(1, records.size())) {
            if (fields.size() != names.size()) {
                throw new Refused("a row of another length");
            }
            List<@Nullable String> row = new ArrayList<>();
            fields.forEach(
                    field -> row.add(field.isEmpty() || config.options().nulls().contains(field) ? null : field));
            rows.add(row);
        }
        return PlainTable.of(names, rows, config);
    }

    static String decoded(byte[] file, Charset encoding) throws Refused {
        try {
            return encoding.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Refused("bytes of another encoding");
        }
    }

    private List<List<String>> records() throws Refused {
        do {
            if (records.isEmpty() || !isLineEnd()) {
                records.add(record());
            }
            skipLineEnd();
        } while (at < text.length());
        return records;
    }

    private List<String> record() throws Refused {
        int start = at;
        List<String> fields = new ArrayList<>();
        fields.add(field());
        while (at < text.length() && text.charAt(at) == delimiter) {
            at++;
            fields.add(field());
        }
        if (text.substring(start, at).getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            throw new Refused("a record that is too long");
        }
        return fields;
    }

    private String field() throws Refused {
        int start = at;
        while (records.isEmpty() && is(' ')) {
            at++;
        }
        if (is('"')) {
            return quoted();
        }
        while (at < text.length() && text.charAt(at) != delimiter && !isLineEnd()) {
            at++;
        }
        String value = text.substring(start, at);
        if (value.matches("(?s) +\".*")) {
            throw new Refused("spaces before a quote");
        }
        return value;
    }

    private String quoted() throws Refused {
        StringBuilder value = new StringBuilder();
        for (at++; !is('"') || text.startsWith("\"\"", at); at++) {
            at += is('"') ? 1 : 0;
            if (at >= text.length()) {
                throw new Refused("a quote that is not closed");
            }
            value.append(text.charAt(at));
        }
        at++;
        if (at < text.length() && text.charAt(at) != delimiter && !isLineEnd()) {
            throw new Refused("text behind a quote");
        }
        return value.toString();
    }

    private boolean is(char wanted) {
        return at < text.length() && text.charAt(at) == wanted;
    }

    private boolean isLineEnd() {
        return is('\n') || is('\r');
    }

    private void skipLineEnd() {
        at += text.startsWith("\r\n", at) ? 2 : isLineEnd() ? 1 : 0;
    }
}
