package io.plimsoll.server.security;

import jakarta.servlet.http.HttpServletRequest;

/** Answers with a secret. They are shown once: they are not kept for whoever sends the same change again. */
public final class ShownOnce {
    private static final String MARK = ShownOnce.class.getName();

    private ShownOnce() {}

    public static void mark(HttpServletRequest request) {
        request.setAttribute(MARK, true);
    }

    static boolean isMarked(HttpServletRequest request) {
        return request.getAttribute(MARK) != null;
    }
}
