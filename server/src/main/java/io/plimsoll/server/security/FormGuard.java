package io.plimsoll.server.security;

import io.plimsoll.canonical.Sha256;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * A field of every form on our pages that nobody can know who does not see the page: it follows from the session's secret, and tells nothing of it. A page from
 * elsewhere can send a form with the browser's cookie (CSRF), but not with this.
 */
public final class FormGuard {
    /** The name of the field. */
    public static final String FIELD = "guard";

    private static final String PURPOSE = "a form of Plimsoll's own pages\n";

    private FormGuard() {}

    /** What the field holds for whoever asks for this page; empty for those who come without a session, who need none. */
    public static String of(HttpServletRequest request) {
        return SessionCookies.read(request, Sessions.COOKIE).map(FormGuard::of).orElse("");
    }

    static boolean isShown(HttpServletRequest request) {
        Optional<String> session = SessionCookies.read(request, Sessions.COOKIE);
        return session.isPresent()
                && MessageDigest.isEqual(
                        bytes(of(session.get())), bytes(FormFields.of(request).get(FIELD)));
    }

    private static String of(String session) {
        return Sha256.of(bytes(PURPOSE + session));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
