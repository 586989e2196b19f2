package io.plimsoll.config.yaml;

import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The text of a file with its name, by lines.
 *
 * @param name relative to the project folder, for messages
 * @param tabbed for each line the width of its indentation if there is a tab in it, else -1
 */
record SourceText(String name, String text, List<String> lines, List<Integer> tabbed) {
    private static final int MOST_BYTES = 1 << 20;
    /** The parser's time grows with the square of a line's length. */
    private static final int LONGEST_LINE = 100_000;

    private static final Pattern LINE_BREAK = Pattern.compile("\r\n|\r|\n");
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    static SourceText of(String name, String text) {
        List<String> lines = List.of(LINE_BREAK.split(text, -1));
        return new SourceText(
                name,
                text,
                lines,
                lines.stream().map(SourceText::tabbedIndentation).toList());
    }

    /** Reads a regular file of at most 1 MiB of UTF-8, with or without a byte-order mark. */
    static SourceText read(Path file, String name) {
        byte[] bytes = bytes(file, name);
        if (bytes.length > MOST_BYTES) {
            throw refusal(
                    "is larger than 1 MiB", Place.of(name), "a config file is a page or two: is this the right file?");
        }
        String text = decode(bytes, name);
        SourceText source = of(name, text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
        for (int i = 0; i < source.lines.size(); i++) {
            if (source.lines.get(i).length() > LONGEST_LINE) {
                throw refusal(
                        "has a line of more than 100,000 characters", new Place(name, i + 1, 1), "break the line");
            }
        }
        return source;
    }

    /** Whether a line is indented with a tab at or before this column (counted from 0). */
    boolean isIndentedByTab(int line, int column) {
        return line < lines.size() && column <= tabbed.get(line);
    }

    /** The width of a line's indentation if there is a tab in it, else -1. */
    private static int tabbedIndentation(String line) {
        int width = 0;
        while (width < line.length() && (line.charAt(width) == ' ' || line.charAt(width) == '\t')) {
            width++;
        }
        return line.lastIndexOf('\t', width - 1) < 0 ? -1 : width;
    }

    static PlimsollException refusal(String sentence, Place place, String help) {
        return PlimsollException.of(ErrorCode.CONFIG_SYNTAX, "the file " + sentence, place.text(), help);
    }

    private static byte[] bytes(Path file, String name) {
        if (!Files.isRegularFile(file)) {
            String sentence = Files.exists(file) ? "is not a regular file" : "does not exist";
            throw refusal(sentence, Place.of(name), "put the YAML file there");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(MOST_BYTES + 1);
        } catch (IOException e) {
            throw refusal("cannot be read", Place.of(name), "check its permissions");
        }
    }

    private static String decode(byte[] bytes, String name) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(in, out, true);
        String decoded = out.flip().toString();
        if (result.isError()) {
            throw refusal("is not UTF-8 text", end(decoded, name), "save it in the encoding UTF-8");
        }
        return decoded;
    }

    private static Place end(String text, String name) {
        String[] lines = LINE_BREAK.split(text, -1);
        String last = lines[lines.length - 1];
        return new Place(name, lines.length, last.codePointCount(0, last.length()) + 1);
    }
}
