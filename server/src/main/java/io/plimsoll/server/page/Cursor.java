package io.plimsoll.server.page;

import io.plimsoll.server.fault.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The last item of a page in a list by time, as a text that means nothing to a client. */
public record Cursor(Instant time, String id) {
    private static final int BAD_REQUEST = 400;

    public String text() {
        String plain = time.toEpochMilli() + " " + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads what {@link #text} wrote. */
    public static @Nullable Cursor read(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            int space = plain.indexOf(' ');
            if (space > 0) {
                return new Cursor(
                        Instant.ofEpochMilli(Long.parseLong(plain.substring(0, space))), plain.substring(space + 1));
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            throw malformed();
        }
        throw malformed();
    }

    private static Refusal malformed() {
        return Refusal.of(
                BAD_REQUEST,
                "PARAMETER_MALFORMED",
                "'after' is not what a page gave as 'next'",
                "give it back as it was, or leave it out for the first page");
    }
}
