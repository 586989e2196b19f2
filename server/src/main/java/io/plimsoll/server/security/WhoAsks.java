package io.plimsoll.server.security;

import io.plimsoll.server.log.RequestLog;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Finds out who asks, by a token or a session. What is shown and wrong is refused, even where nothing need be shown. */
final class WhoAsks extends OncePerRequestFilter {
    private static final String BEARER = "bearer ";

    private final Credentials credentials;
    private final Refusals refusals;
    private final Rate failures;

    WhoAsks(Credentials credentials, Refusals refusals, Rate failures) {
        this.credentials = credentials;
        this.refusals = refusals;
        this.failures = failures;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String token = token(request);
        Optional<Caller> caller = token == null
                ? SessionCookies.read(request, Sessions.COOKIE).flatMap(credentials::bySession)
                : credentials.byToken(token);
        if (token != null && caller.isEmpty()) {
            boolean tooMany = !failures.allows(request.getRemoteAddr());
            refusals.refuse(request, response, tooMany ? RateLimit.tooMany() : Refusals.unknown());
            return;
        }
        caller.ifPresent(known -> {
            request.setAttribute(RequestLog.ACTOR, known.actor());
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(known);
            SecurityContextHolder.setContext(context);
        });
        chain.doFilter(request, response);
    }

    /** An answer that goes on in another thread is still one to the same caller. */
    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return true;
    }

    private static @Nullable String token(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        if (header == null) {
            return null;
        }
        return header.toLowerCase(Locale.ROOT).startsWith(BEARER)
                ? header.substring(BEARER.length()).strip()
                : "";
    }
}
