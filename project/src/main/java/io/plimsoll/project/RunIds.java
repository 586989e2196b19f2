package io.plimsoll.project;

import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** Names runs by the second in which they start (UTC) and 32 random bits: {@code r-20261123-145731-9f3c01ab}. */
final class RunIds {
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Clock clock;
    private final RandomGenerator random;

    RunIds(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    String next() {
        return String.format(Locale.ROOT, "r-%s-%08x", SECOND.format(clock.instant()), random.nextInt());
    }
}
