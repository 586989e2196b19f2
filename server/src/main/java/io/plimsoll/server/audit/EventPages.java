package io.plimsoll.server.audit;

import io.plimsoll.workspace.Event;
import io.plimsoll.workspace.EventLog;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Parts of the event log, from either end.
 *
 * @param subject only events about it, and those that cannot be read; null: all
 */
record EventPages(EventLog log, @Nullable String subject) {
    private static final int PIECE = 500;

    /** @param after the number of the last one that is known; 0 for none */
    List<Event> after(long after, int most) {
        List<Event> found = new ArrayList<>();
        long known = after;
        List<Event> piece;
        do {
            piece = log.events(known, subject == null ? most : PIECE);
            for (Event event : piece) {
                known = event.sequence();
                addIfMeant(event, found, most);
            }
        } while (!piece.isEmpty() && found.size() < most);
        return found;
    }

    /**
     * The latest first. Events have every number from 1 on.
     *
     * @param before the number of the earliest one that is known
     */
    List<Event> before(long before, int most) {
        List<Event> found = new ArrayList<>();
        long end = Math.min(before - 1, log.head().sequence());
        while (end > 0 && found.size() < most) {
            long start = Math.max(0, end - PIECE);
            List<Event> piece = log.events(start, (int) (end - start));
            for (int i = piece.size() - 1; i >= 0; i--) {
                addIfMeant(piece.get(i), found, most);
            }
            end = start;
        }
        return found;
    }

    private void addIfMeant(Event event, List<Event> found, int most) {
        if (found.size() < most && (subject == null || isAbout(event, subject))) {
            found.add(event);
        }
    }

    private static boolean isAbout(Event event, String subject) {
        try {
            return event.read().subject().equals(subject);
        } catch (IOException e) {
            return true;
        }
    }
}
