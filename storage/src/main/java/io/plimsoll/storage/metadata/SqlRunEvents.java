package io.plimsoll.storage.metadata;

import io.plimsoll.workspace.RunEvent;
import io.plimsoll.workspace.RunEvents;
import java.util.List;

/** The streams of runs in the database. */
final class SqlRunEvents implements RunEvents {
    private final Database database;

    SqlRunEvents(Database database) {
        this.database = database;
    }

    @Override
    public void append(String runId, List<RunEvent> events) {
        if (!events.isEmpty()) {
            database.note(transaction -> EventStreamRows.append(transaction, runId, events));
        }
    }

    @Override
    public List<RunEvent.Numbered> after(String runId, long after, int limit) {
        return database.read(List.of(), transaction -> EventStreamRows.after(transaction, runId, after, limit));
    }
}
