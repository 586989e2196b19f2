package io.plimsoll.contracts;

import io.plimsoll.workspace.Checkpoint;
import io.plimsoll.workspace.Event;
import io.plimsoll.workspace.EventDraft;
import io.plimsoll.workspace.EventLog;
import io.plimsoll.workspace.Telling;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Events in a list. */
final class MemoryEventLog implements EventLog {
    private final Clock clock;
    private final MemoryOutbox outbox;
    private final List<Event> events = new ArrayList<>();
    private final List<Checkpoint> checkpoints = new ArrayList<>();

    MemoryEventLog(Clock clock, MemoryOutbox outbox) {
        this.clock = clock;
        this.outbox = outbox;
    }

    void append(EventDraft draft, Instant time) {
        Event event = add(draft, time);
        Telling.of(draft).forEach(telling -> outbox.tell("event-" + event.sequence(), telling, time));
    }

    private synchronized Event add(EventDraft draft, Instant time) {
        Event event = draft.after(head(), time);
        events.add(event);
        checkpoint();
        return event;
    }

    /** Now, to the millisecond. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public synchronized List<Event> events(long after, int limit) {
        return events.stream()
                .filter(event -> event.sequence() > after)
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized Head head() {
        if (events.isEmpty()) {
            return new Head(0, Event.NO_PREDECESSOR);
        }
        Event last = events.get(events.size() - 1);
        return new Head(last.sequence(), last.sha256());
    }

    @Override
    public synchronized List<Checkpoint> checkpoints() {
        return List.copyOf(checkpoints);
    }

    @Override
    public synchronized Checkpoint checkpoint() {
        Head head = head();
        Checkpoint checkpoint = new Checkpoint(head.sequence(), head.sha256(), now(), true);
        checkpoints.add(checkpoint);
        return checkpoint;
    }
}
