package io.plimsoll.storage.metadata;

import io.plimsoll.canonical.CanonicalJson;
import io.plimsoll.step.RunStatus;
import io.plimsoll.step.StepName;
import io.plimsoll.workspace.RunEvent;
import io.plimsoll.workspace.RunEvent.Kind;
import io.plimsoll.workspace.RunEvents;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What happened to runs, as rows. */
final class EventStreamRows {
    private EventStreamRows() {}

    /** Adds what became of a run to its stream, in the transaction that made it so. */
    static void status(Transaction transaction, String runId, RunStatus status, String text) throws SQLException {
        Map<String, Object> facts = Map.of("status", status.name(), "text", text);
        append(transaction, runId, List.of(event(transaction, facts)));
    }

    /** Adds that a worker has taken a run. */
    static void claimed(Transaction transaction, String runId, String worker, int attempt) throws SQLException {
        Map<String, Object> facts = Map.of(
                "status", RunStatus.RUNNING.name(), "text", "taken by " + worker, "worker", worker, "attempt", attempt);
        append(transaction, runId, List.of(event(transaction, facts)));
    }

    private static RunEvent event(Transaction transaction, Map<String, Object> facts) throws SQLException {
        return new RunEvent(Instant.ofEpochMilli(transaction.now()), Kind.STATUS, null, new TreeMap<>(facts));
    }

    static int append(Transaction transaction, String runId, List<RunEvent> events) throws SQLException {
        transaction.exists("select 1 from runs where id = ?" + transaction.forUpdate(), runId);
        long last = transaction
                .first(
                        row -> row.getLong(1),
                        "select coalesce(max(sequence), 0) from run_events where run_id = ?",
                        runId)
                .orElse(0L);
        long lines = count(transaction, runId);
        for (RunEvent event : events) {
            last++;
            if (event.kind() == Kind.LOG && ++lines > RunEvents.LINES_KEPT) {
                continue;
            }
            insert(transaction, runId, last, event);
            if (event.kind() == Kind.STEP_ENDED) {
                forgetProgress(transaction, runId, event.step(), last);
            }
        }
        return forgetProgress(transaction, runId, null, last - RunEvents.PROGRESS_KEPT);
    }

    private static long count(Transaction transaction, String runId) throws SQLException {
        return transaction
                .first(
                        row -> row.getLong(1),
                        "select count(*) from run_events where run_id = ? and kind = ?",
                        runId,
                        Kind.LOG.name())
                .orElse(0L);
    }

    private static void insert(Transaction transaction, String runId, long sequence, RunEvent event)
            throws SQLException {
        StepName step = event.step();
        transaction.update(
                "insert into run_events (run_id, sequence, happened_at, kind, step, facts) values (?, ?, ?, ?, ?, ?)",
                runId,
                sequence,
                event.at().toEpochMilli(),
                event.kind().name(),
                step == null ? null : step.name(),
                CanonicalJson.text(event.facts()));
    }

    /** @param step null: of any step */
    private static int forgetProgress(Transaction transaction, String runId, @Nullable StepName step, long before)
            throws SQLException {
        String those = "delete from run_events where run_id = ? and kind = ? and sequence < ?";
        return step == null
                ? transaction.update(those, runId, Kind.PROGRESS.name(), before)
                : transaction.update(those + " and step = ?", runId, Kind.PROGRESS.name(), before, step.name());
    }

    static List<RunEvent.Numbered> after(Transaction transaction, String runId, long after, int limit)
            throws SQLException {
        return transaction.list(
                EventStreamRows::read,
                "select * from run_events where run_id = ? and sequence > ? order by sequence limit ?",
                runId,
                after,
                limit);
    }

    private static RunEvent.Numbered read(ResultSet row) throws SQLException {
        String step = row.getString("step");
        RunEvent event = new RunEvent(
                Instant.ofEpochMilli(row.getLong("happened_at")),
                Kind.valueOf(row.getString("kind")),
                step == null ? null : StepName.valueOf(step),
                facts(row.getString("facts")));
        return new RunEvent.Numbered(row.getLong("sequence"), event);
    }

    @SuppressWarnings("unchecked")
    private static SortedMap<String, Object> facts(String json) {
        try {
            return CanonicalJson.read(json, TreeMap.class);
        } catch (IOException e) {
            throw new UncheckedIOException("facts that this version did not write", e);
        }
    }
}
