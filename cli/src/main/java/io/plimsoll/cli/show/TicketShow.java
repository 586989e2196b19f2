package io.plimsoll.cli.show;

import io.plimsoll.worker.RunRequest;
import io.plimsoll.workspace.Ticket;
import java.util.Map;
import java.util.TreeMap;

/** How a queued run stands with its workers, for people and as data. */
public record TicketShow(Ticket ticket) {
    /** What {@code runs show --json} says under {@code queue}. */
    public Map<String, Object> data() {
        Map<String, Object> data = new TreeMap<>(Map.of(
                "attempt", ticket.attempt(),
                "attempts", ticket.submission().attempts(),
                "priority", ticket.submission().priority(),
                "concurrency", ticket.submission().concurrency(),
                "request", RunRequest.read(ticket.submission().request())));
        if (ticket.worker() != null) {
            data.put("worker", ticket.worker());
        }
        if (ticket.submission().key() != null) {
            data.put("idempotency_key", ticket.submission().key());
        }
        return data;
    }

    /** One line. */
    public String text() {
        RunRequest request = RunRequest.read(ticket.submission().request());
        String from =
                request.endpoint() == null ? "" : "submitted to " + request.endpoint() + "@" + request.version() + ", ";
        String by = ticket.worker() == null
                ? "no attempt yet"
                : "attempt " + ticket.attempt() + " of " + ticket.submission().attempts() + " by " + ticket.worker();
        return "queue    " + from + by + "\n";
    }
}
