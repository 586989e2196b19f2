package io.plimsoll.read;

import io.plimsoll.read.Problems.Kind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Proves that a file is text of its encoding, and hands it on as UTF-8. Stops at the first byte that is not. */
final class TextScan implements FileScan {
    private static final String TO_UTF8 = "save it as uncompressed UTF-8 text, or name its encoding under options";

    private final CharsetDecoder decoder;
    private final Charset encoding;
    private final LineScan lines;
    private final Problems problems;
    private final CharBuffer decoded = CharBuffer.allocate(1 << 14);
    private byte[] pending = {};
    private boolean begun;
    private boolean stopped;

    TextScan(Charset encoding, LineScan lines, Problems problems) {
        this.encoding = encoding;
        this.lines = lines;
        this.problems = problems;
        this.decoder = encoding.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    @Override
    public void add(byte[] bytes, int length) throws IOException {
        if (!begun) {
            begun = true;
            stopped = !FileMarks.looksLikeText(bytes, length, encoding, problems);
        }
        if (stopped) {
            return;
        }
        byte[] joined = bytes;
        int to = length;
        if (pending.length > 0) {
            to = pending.length + length;
            joined = Arrays.copyOf(pending, to);
            System.arraycopy(bytes, 0, joined, pending.length, length);
        }
        int from = 0;
        if (encoding.equals(StandardCharsets.UTF_8)) {
            // nothing to decode, as far as that is what it is
            from = Utf8.end(joined, 0, to);
            lines.add(joined, 0, from);
        }
        decode(joined, from, to, false);
    }

    @Override
    public void end() throws IOException {
        if (!begun) {
            FileMarks.looksLikeText(new byte[0], 0, encoding, problems);
        } else if (!stopped) {
            decode(pending, 0, pending.length, true);
            if (!stopped) {
                lines.end();
            }
        }
    }

    private void decode(byte[] bytes, int start, int end, boolean last) throws IOException {
        ByteBuffer in = ByteBuffer.wrap(bytes, start, end - start);
        while (!stopped) {
            int from = in.position();
            CoderResult result = decoder.decode(in, decoded, last);
            handOn(bytes, from, in.position());
            if (result.isError()) {
                boolean cut = last && in.remaining() == result.length();
                problems.add(
                        Kind.once("is not " + title() + (cut ? ": it ends inside a character" : ""), TO_UTF8),
                        lines.line());
                stopped = true;
            } else if (result.isUnderflow()) {
                pending = Arrays.copyOfRange(bytes, in.position(), end);
                return;
            }
        }
    }

    private void handOn(byte[] bytes, int from, int to) throws IOException {
        decoded.flip();
        if (encoding.equals(StandardCharsets.UTF_8)) {
            lines.add(bytes, from, to);
        } else {
            byte[] utf8 = decoded.toString().getBytes(StandardCharsets.UTF_8);
            lines.add(utf8, 0, utf8.length);
        }
        decoded.clear();
    }

    private String title() {
        return encoding.name().toUpperCase(Locale.ROOT);
    }

    @Override
    public List<String> names() {
        return lines.names();
    }

    @Override
    public List<ColumnKinds> kinds() {
        return lines.kinds();
    }

    @Override
    public long rows() {
        return lines.rows();
    }
}
