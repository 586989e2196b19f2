package io.plimsoll.server.pages.audit;

import io.plimsoll.audit.Chain;
import io.plimsoll.audit.EventSentence;
import io.plimsoll.workspace.Event;
import io.plimsoll.workspace.EventLog;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A part of the event log in sentences, the latest first.
 *
 * @param asked what was searched for
 * @param more the number below which the log goes on; absent at its end
 * @param broken where the log was verified and is not whole; absent otherwise
 */
record AuditLog(
        Asked asked,
        List<Line> lines,
        @Nullable Long more,
        long events,
        @Nullable String broken) {
    private static final int ON_A_PAGE = 50;
    private static final int READ_AT_ONCE = 500;

    /**
     * What a reader looks for; each may be left out.
     *
     * @param search what sentences, subjects or names were to contain
     * @param below a number; only earlier events are wanted
     * @param verify whether to hold every event against the one before
     */
    record Asked(
            @Nullable String search,
            @Nullable Long below,
            @Nullable Boolean verify) {
        String wanted() {
            return Objects.requireNonNullElse(search, "").strip().toLowerCase(Locale.ROOT);
        }

        public boolean isVerifying() {
            return Boolean.TRUE.equals(verify);
        }
    }

    /** @param at absent for an event that cannot be read */
    record Line(long sequence, @Nullable Instant at, String actor, String sentence, String sha256) {
        static Line of(Event event) {
            try {
                Event.Body body = event.read();
                String actor = body.actor().isEmpty() ? "somebody" : body.actor();
                return new Line(event.sequence(), body.instant(), actor, EventSentence.of(body), event.sha256());
            } catch (IOException e) {
                return new Line(event.sequence(), null, "", "an event that cannot be read", event.sha256());
            }
        }

        boolean has(String wanted) {
            return (actor + " " + sentence).toLowerCase(Locale.ROOT).contains(wanted);
        }
    }

    static AuditLog of(Asked asked, EventLog log) {
        EventLog.Head head = log.head();
        long end = asked.below() == null ? head.sequence() : Math.min(asked.below() - 1, head.sequence());
        List<Line> lines = lines(asked.wanted(), end, log);
        boolean goesOn = lines.size() > ON_A_PAGE;
        List<Line> shown = lines.subList(0, Math.min(ON_A_PAGE, lines.size()));
        String broken =
                asked.isVerifying() ? Chain.verify(log).map(Chain.Break::what).orElse(null) : null;
        return new AuditLog(asked, shown, goesOn ? shown.get(ON_A_PAGE - 1).sequence() : null, head.sequence(), broken);
    }

    /** From the end towards the beginning, one more than a page has, if there are so many. */
    private static List<Line> lines(String wanted, long end, EventLog log) {
        List<Line> found = new ArrayList<>();
        for (long last = end; last > 0 && found.size() <= ON_A_PAGE; last -= READ_AT_ONCE) {
            long first = Math.max(0, last - READ_AT_ONCE);
            List<Event> events = log.events(first, (int) (last - first));
            for (int i = events.size() - 1; i >= 0 && found.size() <= ON_A_PAGE; i--) {
                Line line = Line.of(events.get(i));
                if (line.has(wanted)) {
                    found.add(line);
                }
            }
        }
        return found;
    }
}
