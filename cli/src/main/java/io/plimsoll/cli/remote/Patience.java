package io.plimsoll.cli.remote;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;

/**
 * How long a server is waited for.
 *
 * @param pauses before each further try of a request
 * @param reconnects before each further try to follow, which may outlast a server that is started anew
 * @param answer how long it may take to answer a question
 * @param change how long it may take to carry a change out: a promotion judges again
 * @param upload how long a table may take to be sent
 * @param silence after which a live stream counts as lost; a server gives a sign of life every ten seconds
 */
record Patience(
        List<Duration> pauses,
        List<Duration> reconnects,
        Duration answer,
        Duration change,
        Duration upload,
        Duration silence) {
    Patience {
        pauses = List.copyOf(pauses);
        reconnects = List.copyOf(reconnects);
    }

    static Patience usual() {
        return new Patience(
                List.of(Duration.ofMillis(200), Duration.ofSeconds(1), Duration.ofSeconds(3)),
                LongStream.of(1, 1, 2, 4, 8, 16, 32)
                        .mapToObj(Duration::ofSeconds)
                        .toList(),
                Duration.ofSeconds(60),
                Duration.ofMinutes(10),
                Duration.ofHours(2),
                Duration.ofSeconds(30));
    }

    /** @param tried how often already; false if that was enough */
    boolean asksAgain(int tried) {
        return waits(tried, pauses);
    }

    /** @param tried how often in vain; false if that was enough */
    boolean followsAgain(int tried) {
        return waits(tried, reconnects);
    }

    private static boolean waits(int tried, List<Duration> pauses) {
        if (tried > pauses.size()) {
            return false;
        }
        LockSupport.parkNanos(pauses.get(tried - 1).toNanos());
        return true;
    }
}
