package io.plimsoll.server.security;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/** How often each of many may do something: a bucket of tokens for each, which fills up again with time. Whoever was longest away is forgotten first. */
final class Rate {
    private static final int MOST = 10_000;
    private static final double MILLIS = 1_000;

    private final Limit limit;
    private final InstantSource clock;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>();

    /**
     * How often something may be done.
     *
     * @param perSecond in the long run
     * @param atOnce after a rest
     */
    record Limit(double perSecond, int atOnce) {}

    private record Bucket(double tokens, long millis) {}

    Rate(Limit limit, InstantSource clock) {
        this.limit = limit;
        this.clock = clock;
    }

    synchronized boolean allows(String who) {
        long now = clock.millis();
        Bucket bucket = buckets.remove(who);
        double tokens = bucket == null
                ? limit.atOnce()
                : Math.min(limit.atOnce(), bucket.tokens() + (now - bucket.millis()) / MILLIS * limit.perSecond());
        boolean allowed = tokens >= 1;
        buckets.put(who, new Bucket(allowed ? tokens - 1 : tokens, now));
        if (buckets.size() > MOST) {
            buckets.remove(buckets.keySet().iterator().next());
        }
        return allowed;
    }
}
