package io.plimsoll.cli.remote;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * How long a server is waited for.
 *
 * @param pauses before each further try
 * @param answer how long it may take to answer a question
 * @param change how long it may take to carry a change out: a promotion judges again
 * @param silence after which a live stream counts as lost; a server gives a sign of life every ten seconds
 */
record Patience(List<Duration> pauses, Duration answer, Duration change, Duration silence) {
    Patience {
        pauses = List.copyOf(pauses);
    }

    static Patience usual() {
        return new Patience(
                List.of(Duration.ofMillis(200), Duration.ofSeconds(1), Duration.ofSeconds(3), Duration.ofSeconds(6)),
                Duration.ofSeconds(60),
                Duration.ofMinutes(10),
                Duration.ofSeconds(30));
    }

    /** @param tried how often already; false if that was enough */
    boolean waits(int tried) {
        if (tried > pauses.size()) {
            return false;
        }
        LockSupport.parkNanos(pauses.get(tried - 1).toNanos());
        return true;
    }
}
