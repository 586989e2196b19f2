package io.plimsoll.server.security;

import io.plimsoll.server.fault.Problem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Turns away who asks too often: by name where he is known, else by address. */
final class RateLimit extends OncePerRequestFilter {
    private final Rate rate;
    private final Refusals refusals;

    RateLimit(Rate rate, Refusals refusals) {
        this.rate = rate;
        this.refusals = refusals;
    }

    static Problem tooMany() {
        return Problem.of(
                Refusals.TOO_MANY, "TOO_MANY_REQUESTS", "this is asked too often", "wait a second, then ask again");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        String name = who instanceof Caller caller ? "name " + caller.actor() : "address " + request.getRemoteAddr();
        if (rate.allows(name)) {
            chain.doFilter(request, response);
        } else {
            response.setHeader("Retry-After", "1");
            refusals.refuse(request, response, tooMany());
        }
    }
}
