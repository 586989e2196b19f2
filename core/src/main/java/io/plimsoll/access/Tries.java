package io.plimsoll.access;

import java.time.Duration;
import java.time.Instant;

/**
 * How often somebody tried in vain to sign in as a user since it last went well. A try counts before it is looked at, so that many at once are no
 * way around it.
 *
 * @param next before this a try is refused unseen
 */
public record Tries(int inVain, Instant next) {
    /** So many go without a wait. */
    public static final int FREE = 5;

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    /** None yet. */
    public static final Tries NONE = new Tries(0, Instant.EPOCH);

    public boolean allow(Instant now) {
        return !now.isBefore(next);
    }

    /** With one more: the sixth waits a second, the seventh two, and so on up to a minute. */
    public Tries counted(Instant now) {
        int more = inVain + 1;
        return new Tries(more, more < FREE ? now : now.plus(waitAfter(more)));
    }

    private static Duration waitAfter(int inVain) {
        Duration wait = Duration.ofSeconds(1L << Math.min(inVain - FREE, 6));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }
}
