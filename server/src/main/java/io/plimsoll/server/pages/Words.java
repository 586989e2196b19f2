package io.plimsoll.server.pages;

import io.plimsoll.guard.Figures;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How pages write times, numbers and names: the same everywhere, whatever the server's language and place. */
public final class Words {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final Duration TWO_DAYS = Duration.ofDays(2);
    private static final Duration TWO_HOURS = Duration.ofHours(2);
    private static final Duration TWO_MINUTES = Duration.ofMinutes(2);
    private static final long SLOW_MILLIS = 100_000;
    private static final int SHOWN_OF_A_HASH = 12;

    private final InstantSource clock;

    Words(InstantSource clock) {
        this.clock = clock;
    }

    /** {@code 2026-11-29 16:05 UTC}. */
    public String time(Instant instant) {
        return MINUTE.format(instant) + " UTC";
    }

    /** {@code 4 minutes ago}. */
    public String ago(Instant instant) {
        Duration since = Duration.between(instant, clock.instant());
        if (since.compareTo(TWO_DAYS) >= 0) {
            return since.toDays() + " days ago";
        }
        if (since.compareTo(TWO_HOURS) >= 0) {
            return since.toHours() + " hours ago";
        }
        return since.compareTo(TWO_MINUTES) >= 0 ? since.toMinutes() + " minutes ago" : "just now";
    }

    /** {@code 1.24 s}, {@code 3 min 20 s}. */
    public String seconds(long millis) {
        return millis < SLOW_MILLIS
                ? String.format(Locale.ROOT, "%.2f s", millis / 1000.0)
                : millis / 60_000 + " min " + millis / 1000 % 60 + " s";
    }

    /** {@code 1,204}. */
    public String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** {@code 1 run}, {@code 1,204 runs}. */
    public String count(long number, String noun) {
        return Figures.count(number, noun);
    }

    /** {@code 5%}. */
    public String percent(double share) {
        return Figures.percent(Math.round(share * 1000) / 1000.0);
    }

    /** Four significant digits. */
    public String figure(double value) {
        return Figures.of(value);
    }

    /** {@code GUARDRAIL_NOT_MET} as it is read: {@code guardrail not met}. */
    public String plain(Object constant) {
        return String.valueOf(constant).toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Enough of a hash to tell it from others at a glance. */
    public String brief(String sha256) {
        return sha256.length() <= SHOWN_OF_A_HASH ? sha256 : sha256.substring(0, SHOWN_OF_A_HASH);
    }

    /** Which of the five tones a constant is shown in: good, bad, unsure, busy, or quiet for all others. */
    public String tone(Object constant) {
        return switch (String.valueOf(constant)) {
            case "PASS", "REGISTERED", "SUCCEEDED", "champion", "ACTIVE" -> "good";
            case "FAIL", "NOT_COMPARABLE", "NOT_REGISTERED", "FAILED", "REJECTED" -> "bad";
            case "INCONCLUSIVE", "INTERRUPTED" -> "unsure";
            case "RUNNING", "QUEUED" -> "busy";
            default -> "quiet";
        };
    }
}
