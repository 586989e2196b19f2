package io.plimsoll.read;

import com.fasterxml.jackson.core.JsonFactory;
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
    private static final Kind TOO_LONG =
            Kind.once("has a line that is longer than 2,000,000 bytes", "write one JSON object a line (jsonlines.org)");
    private static final Kind NO_ROWS = Kind.once("has no rows", "give a file with at least one row");

    private final Problems problems;
    private final OutputStream copy;
    private final JsonFactory json = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(100).build())
            .build();
    private final Map<String, ColumnKinds> columns = new LinkedHashMap<>();
    private final ByteArrayOutputStream text = new ByteArrayOutputStream(FIRST_BYTES);
    private long line = 1;
    private long rows;
    private boolean lost;

    JsonLinesScan(Problems problems, OutputStream copy) {
        this.problems = problems;
        this.copy = copy;
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
                text.write(utf8, start, at - start);
                endLine();
                start = at + 1;
            }
        }
        text.write(utf8, start, to - start);
        if (text.size() > LONGEST && !lost) {
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
        ColumnNames.check(names(), problems, 0);
        if (rows == 0 && problems.isEmpty()) {
            problems.add(NO_ROWS, 0);
        }
    }

    private void endLine() throws IOException {
        byte[] bytes = text.toByteArray();
        text.reset();
        int from = line == 1 && startsWithMark(bytes) ? 3 : 0;
        if (!isBlank(bytes, from)) {
            object(bytes, from);
            copy.write(bytes, from, bytes.length - from);
            copy.write('\n');
            rows++;
        }
        line++;
    }

    private void object(byte[] bytes, int from) throws IOException {
        try (JsonParser parser = json.createParser(bytes, from, bytes.length - from)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                problems.add(NOT_JSON, line);
                return;
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                value(parser, parser.currentName());
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
    }

    private void value(JsonParser parser, String name) throws IOException {
        JsonToken token = parser.nextToken();
        ColumnKinds kinds = columns.computeIfAbsent(name, n -> new ColumnKinds());
        if (token == null) {
            problems.add(NOT_JSON, line);
        } else if (token.isStructStart()) {
            problems.add(NESTED, line);
            parser.skipChildren();
        } else if (token != JsonToken.VALUE_NULL && !parser.getText().isEmpty()) {
            kinds.add(ValueKind.of(parser.getText()), line);
            if (token == JsonToken.VALUE_STRING && parser.getText().indexOf('\0') >= 0) {
                problems.add(NUL, line);
            }
        }
    }

    private static boolean startsWithMark(byte[] bytes) {
        return bytes.length >= 3 && bytes[0] == (byte) 0xef && bytes[1] == (byte) 0xbb && bytes[2] == (byte) 0xbf;
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
