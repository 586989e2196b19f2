package io.plimsoll.server.uploads;

import io.plimsoll.server.fault.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A body that is written to a file while it comes, up to a limit, and held against the hash that was declared for it.
 *
 * @param sha256 as it was declared
 * @param length as it was declared; -1 where it was not
 */
record IncomingTable(String sha256, long length, UploadTerms terms) {
    private static final Pattern DIGEST = Pattern.compile("(?:^|.*,)\\s*sha-256=:([A-Za-z0-9+/]{43}=):\\s*(?:,.*|$)");
    private static final int PIECE = 1 << 16;
    private static final int BAD_REQUEST = 400;
    private static final int TOO_SLOW = 408;
    private static final int TOO_LARGE = 413;
    private static final int UNPROCESSABLE = 422;

    /** @param header {@code Content-Digest} as RFC 9530 has it; without an SHA-256 the table is refused */
    static IncomingTable declared(@Nullable String header, long length, UploadTerms terms) {
        Matcher digest = DIGEST.matcher(header == null ? "" : header);
        if (!digest.matches()) {
            throw Refusal.of(
                    BAD_REQUEST,
                    "DIGEST_MISSING",
                    "a table needs the header Content-Digest with its SHA-256",
                    "send Content-Digest: sha-256=:BASE64:, as RFC 9530 has it");
        }
        if (length > terms.mostBytes()) {
            throw tooLarge(terms);
        }
        String sha256 = HexFormat.of().formatHex(Base64.getDecoder().decode(digest.group(1)));
        return new IncomingTable(sha256, length, terms);
    }

    /** Writes all of it to a new file; refused if it is not what was declared. */
    void into(Path file, InputStream body) throws IOException {
        MessageDigest digest = sha256Digest();
        try (OutputStream out = Files.newOutputStream(file)) {
            long bytes = copy(new DigestInputStream(body, digest), out);
            if (length >= 0 && bytes != length) {
                throw brokenOff();
            }
        }
        if (!HexFormat.of().formatHex(digest.digest()).equals(sha256)) {
            throw Refusal.of(
                    UNPROCESSABLE,
                    "DIGEST_MISMATCH",
                    "what came is not what Content-Digest says",
                    "send it again, with the hash of these very bytes");
        }
    }

    private long copy(InputStream in, OutputStream out) throws IOException {
        byte[] piece = new byte[PIECE];
        long begun = System.nanoTime();
        long bytes = 0;
        for (int read = read(in, piece); read >= 0; read = read(in, piece)) {
            bytes += read;
            if (bytes > terms.mostBytes()) {
                throw tooLarge(terms);
            }
            requireSpeed(bytes, System.nanoTime() - begun);
            out.write(piece, 0, read);
        }
        return bytes;
    }

    /** Whoever sends has gone, or nothing came for too long. */
    private static int read(InputStream in, byte[] piece) {
        try {
            return in.read(piece);
        } catch (IOException e) {
            throw brokenOff();
        }
    }

    private void requireSpeed(long bytes, long nanos) {
        double seconds = nanos / 1e9;
        if (nanos > terms.patience().toNanos() && bytes < seconds * terms.leastPerSecond()) {
            throw Refusal.of(TOO_SLOW, "BODY_TOO_SLOW", "the table comes too slowly", "send it over a better line");
        }
    }

    private static Refusal brokenOff() {
        return Refusal.of(BAD_REQUEST, "BODY_TRUNCATED", "the table broke off", "send it again, all of it");
    }

    private static Refusal tooLarge(UploadTerms terms) {
        return Refusal.of(
                TOO_LARGE,
                "UPLOAD_TOO_LARGE",
                "the table is larger than " + terms.mostBytes() + " bytes",
                "send Parquet, which is smaller; or ask for a server with another --largest-upload");
    }

    private static MessageDigest sha256Digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
