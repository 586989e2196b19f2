package io.plimsoll.server.security;

import io.plimsoll.canonical.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/** Sign-ins by an identity provider that have begun. Each belongs to the browser in which it did, and ends once, or after {@link #LONGEST}. */
final class PendingSignIns {
    static final String COOKIE = "plimsoll_sign_in";
    static final Duration LONGEST = Duration.ofMinutes(10);

    private static final int MOST = 10_000;

    private final InstantSource clock;
    private final RandomGenerator random;
    private final Map<String, Pending> pending = new LinkedHashMap<>();

    private record Pending(OAuth2AuthorizationRequest request, Instant until) {}

    /** @param random of which nobody guesses the next */
    PendingSignIns(InstantSource clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    /** @return what the browser shows when it comes back */
    synchronized String begin(OAuth2AuthorizationRequest request) {
        Instant now = clock.instant();
        pending.values().removeIf(one -> !now.isBefore(one.until()));
        if (pending.size() >= MOST) {
            pending.remove(pending.keySet().iterator().next());
        }
        String secret = Sessions.secret(random);
        pending.put(hash(secret), new Pending(request, now.plus(LONGEST)));
        return secret;
    }

    /** What was begun by it, for the first who asks. */
    synchronized Optional<OAuth2AuthorizationRequest> end(String secret) {
        return Optional.ofNullable(pending.remove(hash(secret)))
                .filter(one -> clock.instant().isBefore(one.until()))
                .map(Pending::request);
    }

    private static String hash(String secret) {
        return Sha256.of(secret.getBytes(StandardCharsets.UTF_8));
    }
}
