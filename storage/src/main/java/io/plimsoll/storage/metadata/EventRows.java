package io.plimsoll.storage.metadata;

import io.plimsoll.workspace.Event;
import io.plimsoll.workspace.EventDraft;
import io.plimsoll.workspace.EventLog;
import io.plimsoll.workspace.Telling;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** The chained log, as rows and one head. */
final class EventRows {
    private EventRows() {}

    /** Adds the event of a change to the log, and keeps what webhooks are told of it. The last thing that a transaction does, since every other writer waits for the head. */
    static void append(Transaction transaction, EventDraft draft, Instant time) throws SQLException {
        EventLog.Head before = transaction
                .first(
                        EventRows::readHead,
                        "update event_head set sequence = sequence + 1 where id = 1 returning sequence - 1 as sequence, sha256")
                .orElseThrow(() -> new SQLException("the log has no head"));
        Event event = draft.after(before, time);
        transaction.update(
                "insert into events (sequence, body, sha256) values (?, ?, ?)",
                event.sequence(),
                event.body(),
                event.sha256());
        transaction.update("update event_head set sha256 = ? where id = 1", event.sha256());
        for (Telling telling : Telling.of(draft)) {
            ParcelRows.tell(transaction, "event-" + event.sequence(), telling, time);
        }
    }

    static EventLog.Head head(Transaction transaction) throws SQLException {
        return transaction
                .first(EventRows::readHead, "select sequence, sha256 from event_head where id = 1")
                .orElse(new EventLog.Head(0, Event.NO_PREDECESSOR));
    }

    static List<Event> list(Transaction transaction, long after, int limit) throws SQLException {
        return transaction.list(
                row -> new Event(row.getLong("sequence"), row.getString("body"), row.getString("sha256")),
                "select sequence, body, sha256 from events where sequence > ? order by sequence limit ?",
                after,
                limit);
    }

    private static EventLog.Head readHead(ResultSet row) throws SQLException {
        return new EventLog.Head(row.getLong("sequence"), row.getString("sha256"));
    }
}
