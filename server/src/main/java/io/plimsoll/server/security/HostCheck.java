package io.plimsoll.server.security;

import io.plimsoll.server.fault.Problem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers only under names that the server is known by. A page from elsewhere whose name was made to lead here (DNS rebinding) sends its own name; and a
 * browser says from which page a change comes.
 */
final class HostCheck extends OncePerRequestFilter {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private final Set<String> names;
    private final Refusals refusals;

    /** @param names without ports */
    HostCheck(Set<String> names, Refusals refusals) {
        this.names = names;
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String host = request.getHeader("Host");
        if (host == null || !names.contains(name(host))) {
            refusals.refuse(request, response, unknownHost());
        } else if (!SAFE.contains(request.getMethod()) && isFromElsewhere(request, host)) {
            refusals.refuse(request, response, fromElsewhere());
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isFromElsewhere(HttpServletRequest request, String host) {
        String origin = request.getHeader("Origin");
        if (origin != null && !host.equalsIgnoreCase(afterScheme(origin))) {
            return true;
        }
        String site = request.getHeader("Sec-Fetch-Site");
        return site != null && !site.equals("same-origin") && !site.equals("none");
    }

    private static @Nullable String afterScheme(String origin) {
        int end = origin.indexOf("://");
        return end < 0 ? null : origin.substring(end + 3);
    }

    /** Without its port: {@code [::1]:8080} is {@code [::1]}. */
    private static String name(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        int port = lower.startsWith("[") ? lower.indexOf(':', lower.indexOf(']')) : lower.indexOf(':');
        return port < 0 ? lower : lower.substring(0, port);
    }

    private static Problem unknownHost() {
        return Problem.of(
                Refusals.MISDIRECTED,
                "UNKNOWN_HOST",
                "the server is not known by the name in the Host header",
                "use the address that it was started with, or start it with --allow-host NAME");
    }

    static Problem fromElsewhere() {
        return Problem.of(
                Refusals.FORBIDDEN,
                "FOREIGN_ORIGIN",
                "a change was asked for by a page from elsewhere",
                "send it from a page of this server, or with a token and no Origin header");
    }
}
