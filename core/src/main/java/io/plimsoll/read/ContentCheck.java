package io.plimsoll.read;

import io.plimsoll.read.CsvFile.Problem;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Tells text from everything that is sometimes called .csv, while the bytes pass by. */
final class ContentCheck {
    private static final String AS_UTF8 = "save it as uncompressed, comma-separated UTF-8 text";

    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final CharBuffer discarded = CharBuffer.allocate(1 << 13);
    private ByteBuffer pending = ByteBuffer.allocate(0);
    private long line = 1;
    private Optional<Problem> problem = Optional.empty();

    /** What the first bytes alone give away. */
    Optional<Problem> start(byte[] head) {
        if (head.length == 0) {
            return Optional.of(new Problem("is empty (0 bytes)", 0, "give a file with a header and rows"));
        }
        if (CsvFile.startsWith(head, 0x1f, 0x8b)) {
            return Optional.of(new Problem("is gzip-compressed, not CSV", 0, "decompress it first"));
        }
        if (CsvFile.startsWith(head, 'P', 'K', 3, 4)) {
            return Optional.of(new Problem("is a ZIP archive or a spreadsheet, not CSV", 0, "export it as CSV"));
        }
        if (CsvFile.startsWith(head, 'P', 'A', 'R', '1')) {
            return Optional.of(new Problem("is a Parquet file, not CSV", 0, "export it as CSV"));
        }
        if (CsvFile.startsWith(head, 0xff, 0xfe) || CsvFile.startsWith(head, 0xfe, 0xff)) {
            return Optional.of(new Problem("is UTF-16 text, not UTF-8", 0, AS_UTF8));
        }
        return Optional.empty();
    }

    void add(byte[] bytes, int length) {
        if (problem.isPresent()) {
            return;
        }
        ByteBuffer in = ByteBuffer.allocate(pending.remaining() + length);
        in.put(pending).put(bytes, 0, length).flip();
        while (true) {
            CoderResult result = decoder.decode(in, discarded, false);
            scanDecoded();
            if (result.isError()) {
                problem = Optional.of(new Problem("is not UTF-8", line, AS_UTF8));
                return;
            }
            if (result.isUnderflow()) {
                pending = in;
                return;
            }
        }
    }

    Optional<Problem> end() {
        if (problem.isEmpty() && pending.hasRemaining()) {
            return Optional.of(new Problem("is not UTF-8: it ends inside a character", line, AS_UTF8));
        }
        return problem;
    }

    private void scanDecoded() {
        discarded.flip();
        while (discarded.hasRemaining()) {
            char c = discarded.get();
            if (c == '\n') {
                line++;
            } else if (c == 0 && problem.isEmpty()) {
                problem = Optional.of(new Problem("holds a NUL byte, so it is not text", line, AS_UTF8));
            }
        }
        discarded.clear();
    }
}
