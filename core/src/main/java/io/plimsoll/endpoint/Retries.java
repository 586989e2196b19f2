package io.plimsoll.endpoint;

import java.time.Duration;

/**
 * How often a run is begun again that a fault of the machine ended: a worker that died, a database that was away. What the data or the config is
 * to blame for is never tried again.
 *
 * @param most how often, from 0 to 10
 * @param backOffSeconds the wait before the first of them, in seconds; each further wait is twice as long, an hour at most
 */
public record Retries(int most, long backOffSeconds) {
    public static final int MOST = 10;
    private static final long LONGEST = 3_600;
    public static final Retries USUAL = new Retries(2, 30);

    public Retries {
        if (most < 0 || most > MOST || backOffSeconds < 0 || backOffSeconds > LONGEST) {
            throw new IllegalArgumentException("retries are 0 to " + MOST + ", an hour apart at most");
        }
    }

    /** Whether there is one more after so many. */
    public boolean allows(int retriesSoFar) {
        return retriesSoFar < most;
    }

    /**
     * How long to wait before a retry.
     *
     * @param retry 1 for the first
     */
    public Duration before(int retry) {
        int doublings = Math.min(retry - 1, 20);
        return Duration.ofSeconds(Math.min(LONGEST, backOffSeconds << doublings));
    }
}
