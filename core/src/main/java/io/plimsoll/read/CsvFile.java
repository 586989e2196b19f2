package io.plimsoll.read;

import io.plimsoll.canonical.Sha256;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.Fault;
import io.plimsoll.fault.PlimsollException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * A CSV file that is what it claims to be, as far as can be told before its rows are parsed: not empty, not compressed, UTF-8 without NUL, and
 * with a header whose names are present and different.
 *
 * @param header column names in file order
 * @param bytes size in bytes
 * @param sha256 of the bytes
 */
public record CsvFile(List<String> header, long bytes, String sha256) {
    private static final int BUFFER = 1 << 16;
    private static final int LONGEST_HEADER = 1 << 20;

    public CsvFile {
        header = List.copyOf(header);
    }

    /**
     * Reads the file once from start to end, in constant memory.
     *
     * @throws PlimsollException with {@code SOURCE_MISSING}, {@code SOURCE_UNREADABLE} or {@code SOURCE_MALFORMED}
     */
    public static CsvFile inspect(SourceSpec source) {
        Path path = source.path();
        if (!Files.exists(path)) {
            throw fault(
                    source,
                    ErrorCode.SOURCE_MISSING,
                    "does not exist",
                    "give the path of a file, or --data " + source.name() + "=PATH");
        }
        if (!Files.isRegularFile(path)) {
            throw fault(source, ErrorCode.SOURCE_UNREADABLE, "is not a file", "give the path of one CSV file");
        }
        try (InputStream in = Files.newInputStream(path)) {
            return inspect(source, in);
        } catch (IOException e) {
            Fault fault = new Fault(
                    ErrorCode.SOURCE_UNREADABLE,
                    "source '" + source.name() + "' cannot be read ("
                            + e.getClass().getSimpleName() + ")",
                    source.shown(),
                    "check that you may read this file");
            throw new PlimsollException(fault, e);
        }
    }

    private static CsvFile inspect(SourceSpec source, InputStream in) throws IOException {
        Sha256 sha = new Sha256();
        ContentCheck content = new ContentCheck();
        byte[] head = in.readNBytes(LONGEST_HEADER);
        content.start(head).ifPresent(problem -> {
            throw malformed(source, problem);
        });
        byte[] buffer = head;
        int length = head.length;
        long bytes = 0;
        while (length > 0) {
            sha.add(buffer, 0, length);
            content.add(buffer, length);
            bytes += length;
            buffer = buffer == head ? new byte[BUFFER] : buffer;
            length = in.readNBytes(buffer, 0, BUFFER);
        }
        content.end().ifPresent(problem -> {
            throw malformed(source, problem);
        });
        CsvHeader header = CsvHeader.parse(head);
        List<Fault> faults = header.faults().stream()
                .map(problem -> malformed(source, problem).faults().get(0))
                .toList();
        if (!faults.isEmpty()) {
            throw new PlimsollException(faults);
        }
        return new CsvFile(header.names(), bytes, sha.hex());
    }

    private static PlimsollException malformed(SourceSpec source, Problem problem) {
        String where = problem.line() == 0 ? source.shown() : source.shown() + ":" + problem.line();
        return PlimsollException.of(
                ErrorCode.SOURCE_MALFORMED, "source '" + source.name() + "' " + problem.what(), where, problem.help());
    }

    private static PlimsollException fault(SourceSpec source, ErrorCode code, String what, String help) {
        return PlimsollException.of(code, "source '" + source.name() + "' " + what, source.shown(), help);
    }

    /**
     * What is wrong with a file.
     *
     * @param line from 1; 0 for the whole file
     */
    record Problem(String what, long line, String help) {}

    static boolean startsWith(byte[] content, int... magic) {
        byte[] expected = new byte[magic.length];
        for (int i = 0; i < magic.length; i++) {
            expected[i] = (byte) magic[i];
        }
        return content.length >= magic.length && Arrays.equals(content, 0, magic.length, expected, 0, magic.length);
    }
}
