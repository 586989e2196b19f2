package io.plimsoll.server.security;

import io.plimsoll.access.Identity;
import io.plimsoll.canonical.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Who is signed in with a browser. Sessions end with the process, after {@link #LONGEST}, or when somebody leaves. */
public final class Sessions {
    static final String COOKIE = "plimsoll_session";
    static final Duration LONGEST = Duration.ofHours(12);

    private static final int MOST = 1_000;
    private static final int BYTES = 32;

    private final InstantSource clock;
    private final RandomGenerator random;
    private final Map<String, Session> sessions = new LinkedHashMap<>();

    private record Session(Supplier<Optional<Identity>> identity, Instant until) {}

    /** @param random of which nobody guesses the next */
    public Sessions(InstantSource clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    /** 256 random bits, as text that may stand in a cookie or a link. */
    static String secret(RandomGenerator random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * Begins a session. Of too many the oldest ends.
     *
     * @param identity asked with every request
     * @return the secret that the browser shows from then on
     */
    synchronized String begin(Supplier<Optional<Identity>> identity) {
        Instant now = clock.instant();
        sessions.values().removeIf(session -> !now.isBefore(session.until()));
        if (sessions.size() >= MOST) {
            sessions.remove(sessions.keySet().iterator().next());
        }
        String secret = secret(random);
        sessions.put(hash(secret), new Session(identity, now.plus(LONGEST)));
        return secret;
    }

    /** Whose session it is; nobody's, if it has ended or never was. */
    Optional<Identity> present(String secret) {
        Session session;
        synchronized (this) {
            session = sessions.get(hash(secret));
        }
        return session == null || !clock.instant().isBefore(session.until())
                ? Optional.empty()
                : session.identity().get();
    }

    synchronized void end(String secret) {
        sessions.remove(hash(secret));
    }

    /** Ends those of whom this is so. */
    void endWhere(Predicate<Identity> whose) {
        List<Map.Entry<String, Session>> all;
        synchronized (this) {
            all = List.copyOf(sessions.entrySet());
        }
        for (Map.Entry<String, Session> entry : all) {
            if (entry.getValue().identity().get().filter(whose).isPresent()) {
                synchronized (this) {
                    sessions.remove(entry.getKey());
                }
            }
        }
    }

    /** What is looked up is no secret, so that the time that it takes tells nothing. */
    private static String hash(String secret) {
        return Sha256.of(secret.getBytes(StandardCharsets.UTF_8));
    }
}
