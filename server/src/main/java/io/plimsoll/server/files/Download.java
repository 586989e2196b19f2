package io.plimsoll.server.files;

import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.server.fault.Refusal;
import io.plimsoll.workspace.StoredFile;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRange;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/**
 * Sends a stored file, whole or one part of it, through a small buffer. Before anything is sent all of it is read once: its hash is its tag, and a file that is
 * not what it was stored as is not given out.
 *
 * <p><b>Source</b>: RFC 9110, sections 13 and 14; RFC 9530 for {@code Repr-Digest}.
 *
 * @param name under which a browser keeps it
 * @param expected SHA-256; null where nobody has noted it
 */
record Download(StoredFile file, String name, @Nullable String expected) {
    private static final int PIECE = 1 << 16;
    private static final int NOT_SATISFIABLE = 416;

    void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] digest = digest();
        String sha256 = HexFormat.of().formatHex(digest);
        if (expected != null && !expected.equals(sha256)) {
            throw PlimsollException.of(
                    ErrorCode.ARTIFACT_DAMAGED,
                    "a file is not the one that was stored",
                    name,
                    "`plimsoll doctor` tells what else has changed; restore it from a backup");
        }
        String tag = "\"" + sha256 + "\"";
        Part part = part(request, tag, response);
        response.setHeader(HttpHeaders.ETAG, tag);
        if (isKnown(request.getHeader(HttpHeaders.IF_NONE_MATCH), tag)) {
            response.setStatus(HttpStatus.NOT_MODIFIED.value());
            return;
        }
        response.setHeader("Repr-Digest", "sha-256=:" + Base64.getEncoder().encodeToString(digest) + ":");
        response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
        response.setContentType(MediaType.APPLICATION_OCTET_STREAM_VALUE);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name).build().toString());
        if (part.isAsked()) {
            response.setStatus(HttpStatus.PARTIAL_CONTENT.value());
            response.setHeader(
                    HttpHeaders.CONTENT_RANGE,
                    "bytes " + part.from() + "-" + (part.from() + part.length() - 1) + "/" + file.bytes());
        }
        response.setContentLengthLong(part.length());
        if (!request.getMethod().equals("HEAD")) {
            copy(part, response);
        }
    }

    /** @param isAsked whether the client asked for this part, and not for the whole */
    private record Part(long from, long length, boolean isAsked) {}

    /** Several ranges at once, those that are none, and a range of another state than that of now are answered with the whole. */
    private Part part(HttpServletRequest request, String tag, HttpServletResponse response) {
        Part whole = new Part(0, file.bytes(), false);
        String asked = request.getHeader(HttpHeaders.RANGE);
        String ifRange = request.getHeader(HttpHeaders.IF_RANGE);
        if (asked == null || (ifRange != null && !ifRange.strip().equals(tag))) {
            return whole;
        }
        List<HttpRange> ranges = ranges(asked);
        if (ranges.size() != 1) {
            return whole;
        }
        HttpRange range = ranges.get(0);
        long from = file.bytes() == 0 ? 0 : range.getRangeStart(file.bytes());
        long end = file.bytes() == 0 ? 0 : range.getRangeEnd(file.bytes());
        if (from >= file.bytes() || end < from) {
            response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + file.bytes());
            throw Refusal.of(
                    NOT_SATISFIABLE,
                    "RANGE_NOT_SATISFIABLE",
                    "the file has " + file.bytes() + " bytes, and none where the range begins",
                    "ask for a range within them, or for the whole file");
        }
        return new Part(from, end - from + 1, true);
    }

    private static List<HttpRange> ranges(String asked) {
        try {
            return HttpRange.parseRanges(asked);
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }

    private static boolean isKnown(@Nullable String ifNoneMatch, String tag) {
        if (ifNoneMatch == null) {
            return false;
        }
        return ifNoneMatch.strip().equals("*")
                || List.of(ifNoneMatch.split(",", -1)).stream()
                        .map(known -> known.strip().replaceFirst("^W/", ""))
                        .anyMatch(tag::equals);
    }

    private byte[] digest() throws IOException {
        MessageDigest digest = sha256();
        ByteBuffer piece = ByteBuffer.allocate(PIECE);
        file.channel().position(0);
        while (file.channel().read(piece.clear()) >= 0) {
            digest.update(piece.flip());
        }
        return digest.digest();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private void copy(Part part, HttpServletResponse response) throws IOException {
        WritableByteChannel out = Channels.newChannel(response.getOutputStream());
        ByteBuffer piece = ByteBuffer.allocate(PIECE);
        file.channel().position(part.from());
        long left = part.length();
        while (left > 0) {
            piece.clear().limit((int) Math.min(PIECE, left));
            int read = file.channel().read(piece);
            if (read < 0) {
                throw new IOException("a file became shorter while it was sent");
            }
            left -= read;
            piece.flip();
            while (piece.hasRemaining()) {
                out.write(piece);
            }
        }
    }
}
