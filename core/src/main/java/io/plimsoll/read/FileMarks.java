package io.plimsoll.read;

import io.plimsoll.read.Problems.Kind;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Knows formats by their first bytes, whatever a file is called. */
final class FileMarks {
    private static final Kind EMPTY = Kind.once("is empty (0 bytes)", "give a file with a header and rows");
    private static final Kind GZIP = Kind.once("is gzip-compressed", "decompress it first");
    private static final Kind ZSTD = Kind.once("is zstd-compressed", "decompress it first");
    private static final Kind BZIP2 = Kind.once("is bzip2-compressed", "decompress it first");
    private static final Kind XZ = Kind.once("is xz-compressed", "decompress it first");
    private static final Kind ZIP = Kind.once("is a ZIP archive or a spreadsheet, not text", "export it as CSV");
    private static final Kind PARQUET =
            Kind.once("is a Parquet file, not text", "call it .parquet, or set format: parquet on the source");
    private static final Kind UTF16 = Kind.once(
            "is UTF-16 text, not UTF-8", "save it as UTF-8, or set options: {encoding: utf-16} on the source");

    private FileMarks() {}

    /** Whether the first bytes may be those of text; adds what they are else. */
    static boolean looksLikeText(byte[] head, int length, Charset encoding, Problems problems) {
        Kind kind = kind(head, length, encoding);
        if (kind != null) {
            problems.add(kind, 0);
        }
        return kind == null;
    }

    private static @Nullable Kind kind(byte[] head, int length, Charset encoding) {
        if (length == 0) {
            return EMPTY;
        }
        if (startsWith(head, length, 0x1f, 0x8b)) {
            return GZIP;
        }
        if (startsWith(head, length, 0x28, 0xb5, 0x2f, 0xfd)) {
            return ZSTD;
        }
        if (startsWith(head, length, 'B', 'Z', 'h') && length > 9 && head[4] == '1' && head[5] == 'A') {
            return BZIP2;
        }
        if (startsWith(head, length, 0xfd, '7', 'z', 'X', 'Z', 0)) {
            return XZ;
        }
        if (startsWith(head, length, 'P', 'K', 3, 4)) {
            return ZIP;
        }
        if (isParquet(head, length)) {
            return PARQUET;
        }
        boolean marked = startsWith(head, length, 0xff, 0xfe) || startsWith(head, length, 0xfe, 0xff);
        return marked && encoding.equals(StandardCharsets.UTF_8) ? UTF16 : null;
    }

    static boolean isParquet(byte[] bytes, int length) {
        return startsWith(bytes, length, 'P', 'A', 'R', '1');
    }

    private static boolean startsWith(byte[] content, int length, int... magic) {
        if (length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if (content[i] != (byte) magic[i]) {
                return false;
            }
        }
        return true;
    }
}
