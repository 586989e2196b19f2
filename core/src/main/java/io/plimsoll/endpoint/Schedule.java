package io.plimsoll.endpoint;

import com.cronutils.model.Cron;
import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import io.plimsoll.config.bind.NearMatch;
import io.plimsoll.config.yaml.Shown;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Optional;

/**
 * When runs begin by themselves. A time that a place skips, as its clock is put forward, does not come that day; one that comes twice is the first.
 *
 * @param cron five fields: minute, hour, day of the month, month, day of the week
 * @param zone the place whose clock is meant: {@code Europe/Berlin}
 * @param missed what becomes of times at which nobody was there
 */
public record Schedule(String cron, String zone, Missed missed) {
    private static final Instant ANY_DAY = Instant.parse("2026-01-01T00:00:00Z");

    /** @throws IllegalArgumentException if there is no such time, or no such zone */
    public Schedule {
        parsed(cron);
        zone(zone);
    }

    /**
     * A schedule as a user writes it.
     *
     * @throws PlimsollException with {@code USAGE} if the expression is none, never comes, or the zone is not known
     */
    public static Schedule of(String cron, String zone, Missed missed) {
        if (!ZoneId.getAvailableZoneIds().contains(zone)) {
            throw PlimsollException.of(
                    ErrorCode.USAGE,
                    Shown.quoted(zone) + " is not a time zone" + NearMatch.hint(zone, ZoneId.getAvailableZoneIds()),
                    "--zone",
                    "write for example Europe/Berlin or UTC");
        }
        Schedule schedule;
        try {
            schedule = new Schedule(cron, zone, missed);
        } catch (IllegalArgumentException e) {
            throw refused(Shown.quoted(cron) + " is not a cron expression of five fields");
        }
        if (schedule.next(ANY_DAY).isEmpty()) {
            throw refused("the schedule " + Shown.quoted(cron) + " never comes");
        }
        return schedule;
    }

    /** The first time after another; empty if none ever comes. */
    public Optional<Instant> next(Instant after) {
        ZonedDateTime there = after.atZone(zone(zone));
        return ExecutionTime.forCron(parsed(cron)).nextExecution(there).map(ZonedDateTime::toInstant);
    }

    /** The last time that has come by then; empty if none has. */
    public Optional<Instant> last(Instant by) {
        // the library leaves out the moment that it is asked about
        ZonedDateTime there = by.plusSeconds(1).atZone(zone(zone));
        return ExecutionTime.forCron(parsed(cron)).lastExecution(there).map(ZonedDateTime::toInstant);
    }

    /** Names of days and months in upper case, since the library would make them so by the rules of the machine's language. */
    private static Cron parsed(String cron) {
        return new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX))
                .parse(cron.toUpperCase(Locale.ROOT))
                .validate();
    }

    private static ZoneId zone(String zone) {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("not a time zone", e);
        }
    }

    private static PlimsollException refused(String what) {
        return PlimsollException.of(
                ErrorCode.USAGE,
                what,
                "--schedule",
                "write minute, hour, day of the month, month and day of the week, such as \"0 6 * * MON\"");
    }
}
