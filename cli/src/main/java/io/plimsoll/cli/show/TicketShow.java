package io.plimsoll.cli.show;

import io.plimsoll.endpoint.Concurrency;
import io.plimsoll.worker.RunRequest;
import io.plimsoll.workspace.Ticket;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How a queued run stands with its workers, for people and as data.
 *
 * @param attempt how often it was begun
 * @param worker who has it, or had it last
 * @param key under which it was submitted
 */
public record TicketShow(
        int attempt,
        @Nullable String worker,
        int attempts,
        int priority,
        Concurrency concurrency,
        @Nullable String key,
        RunRequest request) {
    public static TicketShow of(Ticket ticket) {
        return new TicketShow(
                ticket.attempt(),
                ticket.worker(),
                ticket.submission().attempts(),
                ticket.submission().priority(),
                ticket.submission().concurrency(),
                ticket.submission().key(),
                RunRequest.read(ticket.submission().request()));
    }

    /** What {@code runs show --json} says under {@code queue}. */
    public Map<String, Object> data() {
        Map<String, Object> data = new TreeMap<>(Map.of(
                "attempt", attempt,
                "attempts", attempts,
                "priority", priority,
                "concurrency", concurrency,
                "request", request));
        if (worker != null) {
            data.put("worker", worker);
        }
        if (key != null) {
            data.put("idempotency_key", key);
        }
        return data;
    }

    /** One line. */
    public String text() {
        String from =
                request.endpoint() == null ? "" : "submitted to " + request.endpoint() + "@" + request.version() + ", ";
        String by = worker == null ? "no attempt yet" : "attempt " + attempt + " of " + attempts + " by " + worker;
        return "queue    " + from + by + "\n";
    }
}
