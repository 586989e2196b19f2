package io.plimsoll.server.uploads;

import java.time.Duration;

/**
 * What is taken in.
 *
 * @param mostBytes of one table
 * @param patience after which a slow sender is held against {@code leastPerSecond}
 * @param leastPerSecond bytes
 * @param atOnce how many tables come in at a time
 */
public record UploadTerms(long mostBytes, Duration patience, long leastPerSecond, int atOnce) {
    /** Four at a time leave room for everything else. */
    public static UploadTerms of(long mostBytes) {
        return new UploadTerms(mostBytes, Duration.ofSeconds(30), 10_000, 4);
    }
}
