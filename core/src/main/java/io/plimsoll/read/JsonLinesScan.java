package io.plimsoll.read;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.plimsoll.read.Problems.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads one JSON object a line (RFC 8259). Its keys are the columns; a key that a line lacks is a missing value there, as are null and an empty
 * text.
 *
 * <p>The copy has every value as a text, spelt as it was: an engine that reads a number may write it otherwise where its column turns out to be
 * text.
 */
final class JsonLinesScan implements LineScan {
    private static final int LONGEST = 2_000_000;
    private static final int FIRST_BYTES = 1 << 12;
    private static final Kind NOT_JSON =
            new Kind("has %s that no JSON object takes up", "line", "write one JSON object a line (jsonlines.org)");
    private static final Kind NESTED =
            new Kind("has %s that are lists or objects", "value", "write flat objects: one value a key");
    private static final Kind TWICE = new Kind("has %s with a key twice", "object", "give each key once");
    private static final Kind NUL = new Kind("holds %s", "NUL character", "write the file anew as text");
    private static final Kind HALF =
            new Kind("holds %s", "half of a character", "write both halves of a surrogate pair, or neither");
    private static final Kind TOO_LONG =
            Kind.once("has a line that is longer than 2,000,000 bytes", "write one JSON object a line (jsonlines.org)");
    private static final Kind NO_KEYS = Kind.once("has no object with a key", "name each value: its key is its column");
    private static final Kind NO_ROWS = Kind.once("has no rows", "give a file with at least one row");

    private final Problems problems;
    private final JsonGenerator copy;
    private final JsonFactory json = new JsonFactoryBuilder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(100)
                    .maxNameLength(LONGEST)
                    .maxNumberLength(LONGEST)
                    .build())
            .rootValueSeparator("\n")
            .build();
    private final Map<String, ColumnKinds> columns = new LinkedHashMap<>();
    private final ByteArrayOutputStream text = new ByteArrayOutputStream(FIRST_BYTES);
    private long line = 1;
    private long rows;
    private boolean lost;

    JsonLinesScan(Problems problems, OutputStream copy) throws IOException {
        this.problems = problems;
        this.copy = json.createGenerator(copy);
    }

    @Override
    public long line() {
        return line;
    }

    @Override
    public void add(byte[] utf8, int from, int to) throws IOException {
        int start = from;
        for (int at = from; at < to && !lost; at++) {
            if (utf8[at] == '\n') {
                take(utf8, start, at);
                if (!lost) {
                    endLine();
                }
                start = at + 1;
            }
        }
        if (!lost) {
            take(utf8, start, to);
        }
    }

    /** However the file comes in pieces, a line is too long at the same length. */
    private void take(byte[] utf8, int from, int to) {
        text.write(utf8, from, to - from);
        if (text.size() > LONGEST) {
            problems.add(TOO_LONG, line);
            lost = true;
        }
    }

    @Override
    public void end() throws IOException {
        if (lost) {
            return;
        }
        endLine();
        copy.flush();
        ColumnNames.check(names(), problems, 0);
        if (rows == 0 && problems.isEmpty()) {
            problems.add(NO_ROWS, 0);
        } else if (columns.isEmpty() && problems.isEmpty()) {
            problems.add(NO_KEYS, 0);
        }
    }

    private void endLine() throws IOException {
        byte[] bytes = text.toByteArray();
        text.reset();
        int from = line == 1 && startsWithMark(bytes, 0) ? 3 : 0;
        if (!isBlank(bytes, from)) {
            Map<String, String> texts = object(bytes, from);
            if (problems.isEmpty()) {
                write(texts);
            }
            rows++;
        }
        line++;
    }

    private void write(Map<String, String> texts) throws IOException {
        copy.writeStartObject();
        for (Map.Entry<String, String> text : texts.entrySet()) {
            copy.writeStringField(text.getKey(), text.getValue());
        }
        copy.writeEndObject();
    }

    /** What is present in a line, by key. */
    private Map<String, String> object(byte[] bytes, int from) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (startsWithMark(bytes, from)) {
            // the parser would pass over it: a mark begins a file and nothing else
            problems.add(NOT_JSON, line);
            return texts;
        }
        try (JsonParser parser = json.createParser(bytes, from, bytes.length - from)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                problems.add(NOT_JSON, line);
                return texts;
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                value(parser, parser.currentName(), texts);
            }
            if (parser.nextToken() != null) {
                problems.add(NOT_JSON, line);
            }
        } catch (StreamConstraintsException e) {
            problems.add(NESTED, line);
        } catch (IOException e) {
            boolean twice = String.valueOf(e.getMessage()).startsWith("Duplicate field");
            problems.add(twice ? TWICE : NOT_JSON, line);
        }
        return texts;
    }

    private void value(JsonParser parser, String name, Map<String, String> texts) throws IOException {
        JsonToken token = parser.nextToken();
        ColumnKinds kinds = columns.computeIfAbsent(name, n -> new ColumnKinds());
        checkCharacters(name);
        if (token == null) {
            problems.add(NOT_JSON, line);
        } else if (token.isStructStart()) {
            problems.add(NESTED, line);
            parser.skipChildren();
        } else if (token != JsonToken.VALUE_NULL && !parser.getText().isEmpty()) {
            String text = parser.getText();
            checkCharacters(text);
            kinds.add(ValueKind.of(text), line);
            texts.put(name, text);
        }
    }

    /** JSON can spell what is no text. */
    private void checkCharacters(String text) {
        if (text.indexOf('\0') >= 0) {
            problems.add(NUL, line);
        }
        if (text.codePoints().anyMatch(point -> Character.getType(point) == Character.SURROGATE)) {
            problems.add(HALF, line);
        }
    }

    private static boolean startsWithMark(byte[] bytes, int at) {
        return bytes.length >= at + 3
                && bytes[at] == (byte) 0xef
                && bytes[at + 1] == (byte) 0xbb
                && bytes[at + 2] == (byte) 0xbf;
    }

    private static boolean isBlank(byte[] bytes, int from) {
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] != ' ' && bytes[i] != '\t' && bytes[i] != '\r') {
                return false;
            }
        }
        return true;
    }

    @Override
    public List<String> names() {
        return new ArrayList<>(columns.keySet());
    }

    @Override
    public List<ColumnKinds> kinds() {
        return new ArrayList<>(columns.values());
    }

    @Override
    public long rows() {
        return rows;
    }
}
