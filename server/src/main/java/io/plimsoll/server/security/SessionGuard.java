package io.plimsoll.server.security;

import io.plimsoll.server.fault.Problem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses changes that a browser sends with its cookie but without a header that only a script of this server's own pages can add, or the field that only
 * their forms have: a form on a page from elsewhere (CSRF) has neither, and a script from there is not allowed to add the one or to read the other.
 */
final class SessionGuard extends OncePerRequestFilter {
    static final String HEADER = "X-Plimsoll-Request";

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private final Refusals refusals;

    SessionGuard(Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean bySession =
                SecurityContextHolder.getContext().getAuthentication() instanceof Caller caller && caller.isBySession();
        boolean isChange = !SAFE.contains(request.getMethod());
        if (bySession && isChange && request.getHeader(HEADER) == null && !FormGuard.isShown(request)) {
            refusals.refuse(request, response, unguarded());
        } else {
            chain.doFilter(request, response);
        }
    }

    private static Problem unguarded() {
        return Problem.of(
                Refusals.FORBIDDEN,
                "UNGUARDED_SESSION",
                "a change came with a session's cookie, and without the header " + HEADER + " or a form's own field",
                "send " + HEADER + ": 1 as well, or use a token");
    }
}
