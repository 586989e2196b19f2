package io.plimsoll.storage.metadata;

import io.plimsoll.workspace.Checkpoint;
import io.plimsoll.workspace.Event;
import io.plimsoll.workspace.EventLog;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The log of governance changes: carries each change out together with its event, then notes the new head in the second place. */
final class Ledger implements EventLog {
    private final Database database;
    private final Clock clock;
    private final CheckpointPlace checkpoints;

    Ledger(Database database, Clock clock, CheckpointPlace checkpoints) {
        this.database = database;
        this.clock = clock;
        this.checkpoints = checkpoints;
    }

    /** Now, as exactly as the database keeps it. */
    Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }

    /**
     * Carries out a change that {@linkplain EventRows#append adds its event} itself.
     *
     * @param outcome what came of it, read afterwards; empty if nothing did. Asked only where nobody knows whether the commit was kept
     */
    <T> T change(Database.Work<T> change, Database.Work<Optional<T>> outcome) {
        Head before = head();
        T result = database.write(change, outcome);
        Head after = head();
        if (!after.equals(before)) {
            checkpoints.note(after, now());
        }
        return result;
    }

    @Override
    public List<Event> events(long after, int limit) {
        return database.read(List.of(), transaction -> EventRows.list(transaction, after, limit));
    }

    @Override
    public Head head() {
        return database.read(new Head(0, Event.NO_PREDECESSOR), EventRows::head);
    }

    @Override
    public List<Checkpoint> checkpoints() {
        return checkpoints.all();
    }

    @Override
    public Checkpoint checkpoint() {
        return checkpoints.write(head(), now());
    }
}
