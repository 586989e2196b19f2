package io.plimsoll.server.security;

import io.plimsoll.canonical.Sha256;
import io.plimsoll.server.fault.Problem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Makes a change once however often it is sent under one key: the second time the first answer is given. Answers are kept for {@link #KEPT} in this process;
 * a submission's key is kept with its run, for ever.
 */
final class IdempotentCalls extends OncePerRequestFilter {
    static final String HEADER = "Idempotency-Key";
    static final String REPLAYED = "Idempotency-Replayed";

    private static final Duration KEPT = Duration.ofHours(24);
    private static final int MOST = 10_000;
    private static final int REFUSED = 400;
    private static final int CONFLICT = 409;
    private static final int UNPROCESSABLE = 422;
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");

    private final Refusals refusals;
    private final InstantSource clock;
    private final Map<String, Call> calls = new LinkedHashMap<>();

    /** @param answer null while the first goes on */
    private record Call(
            String body, Instant since, @Nullable Answer answer) {}

    /** @param body absent where it had a secret, which is shown once */
    private record Answer(int status, @Nullable String type, Map<String, String> headers, byte @Nullable [] body) {}

    IdempotentCalls(Refusals refusals, InstantSource clock) {
        this.refusals = refusals;
        this.clock = clock;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return SAFE.contains(request.getMethod())
                || !request.getRequestURI().startsWith("/api/")
                || StreamedBody.isIn(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String key = request.getHeader(HEADER);
        if (key == null || !KEY.matcher(key).matches()) {
            refusals.refuse(request, response, noKey());
            return;
        }
        String call = String.join("\n", Caller.current().actor(), request.getMethod(), request.getRequestURI(), key);
        String body = Sha256.of(request.getInputStream().readAllBytes());
        Call known = begin(call, body);
        if (known == null) {
            carryOut(call, request, response, chain);
        } else if (!known.body().equals(body)) {
            refusals.refuse(request, response, reused());
        } else if (known.answer() == null) {
            refusals.refuse(request, response, underWay());
        } else {
            replay(known.answer(), request, response);
        }
    }

    private void carryOut(String call, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper kept = new ContentCachingResponseWrapper(response);
        Answer answer = null;
        try {
            chain.doFilter(request, kept);
            byte[] said = ShownOnce.isMarked(request) ? null : kept.getContentAsByteArray();
            answer = new Answer(kept.getStatus(), kept.getContentType(), headers(kept), said);
        } finally {
            end(call, answer);
        }
        kept.copyBodyToResponse();
    }

    private static Map<String, String> headers(HttpServletResponse response) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String name : Set.of("Location", "ETag")) {
            String value = response.getHeader(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        return headers;
    }

    private void replay(Answer answer, HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] body = answer.body();
        if (body == null) {
            answer.headers().forEach(response::setHeader);
            refusals.refuse(request, response, shownOnce());
            return;
        }
        response.setStatus(answer.status());
        answer.headers().forEach(response::setHeader);
        response.setHeader(REPLAYED, "true");
        if (answer.type() != null) {
            response.setContentType(answer.type());
        }
        response.getOutputStream().write(body);
    }

    /** What is known of a call; null if it is the first, which is noted. */
    private synchronized @Nullable Call begin(String call, String body) {
        Instant now = clock.instant();
        Iterator<Call> oldestFirst = calls.values().iterator();
        while (oldestFirst.hasNext()) {
            boolean isOver = oldestFirst.next().since().plus(KEPT).isBefore(now);
            if (!isOver && calls.size() < MOST) {
                break;
            }
            oldestFirst.remove();
        }
        return calls.putIfAbsent(call, new Call(body, now, null));
    }

    /** What was refused or broke down has changed nothing, and may be tried again. */
    private synchronized void end(String call, @Nullable Answer answer) {
        if (answer == null || answer.status() >= REFUSED) {
            calls.remove(call);
        } else {
            calls.computeIfPresent(call, (same, begun) -> new Call(begun.body(), begun.since(), answer));
        }
    }

    private static Problem noKey() {
        return Problem.of(
                Refusals.BAD_REQUEST,
                "IDEMPOTENCY_KEY_MISSING",
                "a change needs the header " + HEADER + ": 1 to 200 visible ASCII characters",
                "send a new one with each change, such as a UUID, and the same one when you send it again");
    }

    private static Problem reused() {
        return Problem.of(
                UNPROCESSABLE,
                "KEY_REUSED",
                "under this " + HEADER + " another body was sent before",
                "send a new key with a new change");
    }

    private static Problem shownOnce() {
        return Problem.of(
                CONFLICT,
                "SHOWN_ONCE",
                "this was made under that key, and its secret was shown once",
                "if that answer was lost, end what Location names and make another under a new key");
    }

    private static Problem underWay() {
        return Problem.of(
                CONFLICT,
                "UNDER_WAY",
                "the same change is being made just now",
                "wait, then send it again under the same key");
    }
}
