package io.plimsoll.local.duckdb;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** What happens to files between their writer and us, a random piece of it at a time. */
final class Damage {
    private static final List<Charset> ENCODINGS = List.of(
            StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.UTF_8);
    private static final List<String> PIECES = List.of(
            "\"", "\"\"", "\"\"\"", ",", ";", "\t", "|", "\n", "\r", "\r\n", "\n\r", "\n\n", " ", "  ", "\\", "\\n",
            "\\\"", "'", "#", "=", "\0", "\ufeff", "\u00a0", "\u0085", "\u2028", "\u001a", "\u000b", "é", "肺", "🚢",
            "e\u0301", "NA", "null", "-", "+", ".", "0", "1e400", "1e-400", "nan", "-inf", "true", ",,,", "\",\"",
            "\"\n\"", ",\"", "\",", " \"", "\" ", "{", "}", "[", ":", "\\u0000", "\\ud800", "T00:00");

    private final Random random;

    Damage(Random random) {
        this.random = random;
    }

    byte[] once(byte[] file) {
        int at = random.nextInt(file.length + 1);
        int to = Math.min(file.length, at + 1 + random.nextInt(random.nextInt(4) == 0 ? 40 : 3));
        return switch (random.nextInt(16)) {
            case 0, 1 -> flipped(file);
            case 2, 3, 4 -> replaced(file, at, at, piece());
            case 5 -> replaced(file, at, to, piece());
            case 6 -> replaced(file, at, to, new byte[0]);
            case 7 -> replaced(file, at, at, Arrays.copyOfRange(file, at, to));
            case 8, 9 -> atAMark(file);
            case 10 -> lines(file);
            case 11 -> Arrays.copyOf(file, at);
            case 12 -> otherLineEnds(file);
            case 13 -> replaced(file, 0, 0, "\ufeff".getBytes(StandardCharsets.UTF_8));
            case 14 -> random.nextInt(3) == 0 ? inAnotherEncoding(file) : flipped(file);
            default -> replaced(file, at, at, large());
        };
    }

    private byte[] flipped(byte[] file) {
        byte[] other = file.clone();
        if (file.length > 0) {
            other[random.nextInt(file.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return other;
    }

    private byte[] piece() {
        if (random.nextInt(8) == 0) {
            byte[] bytes = new byte[1 + random.nextInt(3)];
            random.nextBytes(bytes);
            return bytes;
        }
        String piece = PIECES.get(random.nextInt(PIECES.size()));
        return piece.repeat(random.nextInt(6) == 0 ? 2 + random.nextInt(3) : 1).getBytes(StandardCharsets.UTF_8);
    }

    /** About as large as the pieces that a file is read in, now and then; seldom as the longest record. */
    private byte[] large() {
        String piece = random.nextInt(3) == 0 ? PIECES.get(random.nextInt(PIECES.size())) : "x";
        int size = 1 << (4 + random.nextInt(10));
        if (random.nextInt(6) == 0) {
            size = (1 << (14 + random.nextInt(3))) - 20 + random.nextInt(40);
        } else if (random.nextInt(60) == 0) {
            size = 1_999_960 + random.nextInt(60);
        }
        byte[] unit = piece.getBytes(StandardCharsets.UTF_8);
        byte[] bytes = new byte[size / unit.length * unit.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = unit[i % unit.length];
        }
        return bytes;
    }

    /** Takes away, doubles or replaces what gives the file its form: a delimiter, a quote or the end of a line. */
    private byte[] atAMark(byte[] file) {
        List<Integer> marks = new ArrayList<>();
        for (int i = 0; i < file.length; i++) {
            if (",;\t|\"\n\r{}:\\".indexOf(file[i]) >= 0) {
                marks.add(i);
            }
        }
        if (marks.isEmpty()) {
            return file;
        }
        int at = marks.get(random.nextInt(marks.size()));
        return switch (random.nextInt(3)) {
            case 0 -> replaced(file, at, at + 1, new byte[0]);
            case 1 -> replaced(file, at, at, new byte[] {file[at]});
            default -> replaced(file, at, at + 1, piece());
        };
    }

    /** Swaps, doubles or drops lines; the header is one of them. */
    private byte[] lines(byte[] file) {
        List<String> lines = new ArrayList<>(Arrays.asList(text(file).split("(?<=\n)")));
        int at = random.nextInt(lines.size());
        String line = lines.get(at);
        switch (random.nextInt(3)) {
            case 0 -> lines.set(at, lines.set(random.nextInt(lines.size()), line));
            case 1 -> lines.add(random.nextInt(lines.size()), line);
            default -> lines.remove(at);
        }
        return bytes(String.join("", lines));
    }

    private byte[] otherLineEnds(byte[] file) {
        List<String> ends = List.of("\n", "\r", "\r\n", "\n\n", "\r\r\n");
        String[] lines = text(file).split("\r?\n", -1);
        StringBuilder other = new StringBuilder(lines[0]);
        boolean mixed = random.nextBoolean();
        String end = ends.get(random.nextInt(ends.size()));
        for (int i = 1; i < lines.length; i++) {
            other.append(mixed ? ends.get(random.nextInt(ends.size())) : end).append(lines[i]);
        }
        return bytes(other.toString());
    }

    private byte[] inAnotherEncoding(byte[] file) {
        return new String(file, StandardCharsets.UTF_8).getBytes(ENCODINGS.get(random.nextInt(ENCODINGS.size())));
    }

    private static byte[] replaced(byte[] file, int from, int to, byte[] by) {
        ByteArrayOutputStream other = new ByteArrayOutputStream(file.length + by.length);
        other.write(file, 0, from);
        other.writeBytes(by);
        other.write(file, to, file.length - to);
        return other.toByteArray();
    }

    /** One character a byte, so that nothing is lost on the way there and back. */
    private static String text(byte[] file) {
        return new String(file, StandardCharsets.ISO_8859_1);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
