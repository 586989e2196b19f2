package io.plimsoll.server.security;

import jakarta.servlet.http.HttpServletRequest;

/** A body that its route reads itself, piece by piece, with limits of its own, and that is known by its content alone. */
final class StreamedBody {
    private static final String UPLOADS = "/api/v1/uploads";

    private StreamedBody() {}

    /** By the path exactly as it is written: whatever is written otherwise is read whole, like all others. */
    static boolean isIn(HttpServletRequest request) {
        return request.getMethod().equals("POST") && request.getRequestURI().equals(UPLOADS);
    }
}
