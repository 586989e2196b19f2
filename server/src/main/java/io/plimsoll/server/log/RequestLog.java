package io.plimsoll.server.log;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/** Gives each request its id, and tells of each in one line and one measurement when it has been answered. Neither has more of a path than its route. */
public final class RequestLog extends OncePerRequestFilter {
    /** Who asks, where that is known. */
    public static final String ACTOR = RequestLog.class.getName() + ".actor";

    private static final String ID = RequestLog.class.getName() + ".id";
    private static final String BEGAN = RequestLog.class.getName() + ".began";
    private static final Logger LOG = LoggerFactory.getLogger("plimsoll.request");

    private final MeterRegistry meters;
    private final RandomGenerator random;

    /** @param random names requests */
    public RequestLog(MeterRegistry meters, RandomGenerator random) {
        this.meters = meters;
        this.random = random;
    }

    /** An answer that takes long goes on in another thread. */
    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getAttribute(ID) == null) {
            begin(request, response);
        }
        try (MDC.MDCCloseable ignored = RequestId.enter(String.valueOf(request.getAttribute(ID)))) {
            try {
                chain.doFilter(request, response);
            } finally {
                if (!request.isAsyncStarted()) {
                    end(request, response);
                }
            }
        }
    }

    private void begin(HttpServletRequest request, HttpServletResponse response) {
        String given = request.getHeader(RequestId.HEADER);
        String id =
                given != null && RequestId.isOne(given) ? given : HexFormat.of().toHexDigits(random.nextLong());
        request.setAttribute(ID, id);
        request.setAttribute(BEGAN, System.nanoTime());
        response.setHeader(RequestId.HEADER, id);
    }

    private void end(HttpServletRequest request, HttpServletResponse response) {
        long took = System.nanoTime() - (long) Objects.requireNonNull(request.getAttribute(BEGAN));
        String route = Objects.requireNonNullElse(
                text(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE)), "none");
        String actor = Objects.requireNonNullElse(text(request.getAttribute(ACTOR)), "-");
        LOG.info(
                "{} {} {} {} ms by {}",
                request.getMethod(),
                route,
                response.getStatus(),
                TimeUnit.NANOSECONDS.toMillis(took),
                actor);
        Timer.builder("plimsoll.http.requests")
                .description("Requests that were answered")
                .tag("method", method(request))
                .tag("route", route)
                .tag("status", String.valueOf(response.getStatus()))
                .register(meters)
                .record(took, TimeUnit.NANOSECONDS);
    }

    /** What a client may call a method is without bounds. */
    private static String method(HttpServletRequest request) {
        return switch (request.getMethod()) {
            case "GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS" -> request.getMethod();
            default -> "other";
        };
    }

    private static @Nullable String text(@Nullable Object attribute) {
        return attribute == null ? null : String.valueOf(attribute);
    }
}
