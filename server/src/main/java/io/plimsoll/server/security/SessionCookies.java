package io.plimsoll.server.security;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.ResponseCookie;

/**
 * What browsers keep, out of reach of scripts.
 *
 * @param encrypted whether browsers reach the server by https, even where that ends before it
 */
public record SessionCookies(boolean encrypted) {
    private static final String ENTRY = "/enter/oidc";

    /** Of a session. No page elsewhere makes a browser send it. */
    ResponseCookie session(String secret, HttpServletRequest request) {
        return cookie(Sessions.COOKIE, secret, request)
                .sameSite("Strict")
                .path("/")
                .maxAge(Sessions.LONGEST)
                .build();
    }

    ResponseCookie noSession(HttpServletRequest request) {
        return cookie(Sessions.COOKIE, "", request)
                .sameSite("Strict")
                .path("/")
                .maxAge(Duration.ZERO)
                .build();
    }

    /** Of a sign-in that has begun. It has to come along when the identity provider sends the browser back. */
    ResponseCookie signIn(String secret, HttpServletRequest request) {
        return cookie(PendingSignIns.COOKIE, secret, request)
                .sameSite("Lax")
                .path(ENTRY)
                .maxAge(PendingSignIns.LONGEST)
                .build();
    }

    ResponseCookie noSignIn(HttpServletRequest request) {
        return cookie(PendingSignIns.COOKIE, "", request)
                .sameSite("Lax")
                .path(ENTRY)
                .maxAge(Duration.ZERO)
                .build();
    }

    private ResponseCookie.ResponseCookieBuilder cookie(String name, String value, HttpServletRequest request) {
        return ResponseCookie.from(name, value).httpOnly(true).secure(encrypted || request.isSecure());
    }

    /** What a browser sent by this name. */
    static Optional<String> read(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(name))
                        .map(Cookie::getValue)
                        .findFirst();
    }
}
