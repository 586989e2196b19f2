package io.plimsoll.server.security;

import io.plimsoll.server.fault.Problem;
import io.plimsoll.server.fault.ProblemWriter;
import io.plimsoll.server.log.RequestLog;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says no, and remembers to whom and why. */
final class Refusals {
    static final int BAD_REQUEST = 400;
    static final int UNAUTHORIZED = 401;
    static final int FORBIDDEN = 403;
    static final int TOO_SLOW = 408;
    static final int TOO_LARGE = 413;
    static final int MISDIRECTED = 421;
    static final int TOO_MANY = 429;
    static final int BUSY = 503;

    private static final Logger LOG = LoggerFactory.getLogger("plimsoll.refused");

    private final ProblemWriter writer;

    Refusals(ProblemWriter writer) {
        this.writer = writer;
    }

    /** Remembers a refusal that is told elsewhere. */
    void note(HttpServletRequest request, Problem problem) {
        LOG.warn(
                "{} {} refused with {} to {} at {}",
                request.getMethod(),
                problem.code(),
                problem.status(),
                Objects.requireNonNullElse(request.getAttribute(RequestLog.ACTOR), "somebody unknown"),
                request.getRemoteAddr());
    }

    void refuse(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        note(request, problem);
        if (problem.status() == UNAUTHORIZED) {
            response.setHeader("WWW-Authenticate", "Bearer realm=\"plimsoll\"");
        }
        writer.write(request, response, problem);
    }

    static Problem unknown() {
        return Problem.of(
                UNAUTHORIZED,
                "UNAUTHENTICATED",
                "it is not known who asks",
                "send a token as `Authorization: Bearer plim_...`; an administrator makes one with `plimsoll tokens create`");
    }

    static Problem forbidden() {
        return Problem.of(
                FORBIDDEN,
                "FORBIDDEN",
                "this role may not do that",
                "ask an administrator for a role that may; docs/server.md lists what each may do");
    }
}
