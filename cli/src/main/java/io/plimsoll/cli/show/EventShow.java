package io.plimsoll.cli.show;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.audit.EventSentence;
import io.plimsoll.canonical.CanonicalJson;
import io.plimsoll.workspace.Event;
import io.plimsoll.workspace.Event.Body;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Events of the log, as sentences and as data. */
public final class EventShow {
    private final Style style;

    public EventShow(Style style) {
        this.style = style;
    }

    /** What {@code audit list --json} says of an event: all that it says, and its hash. */
    public static Map<String, Object> data(Event event) {
        try {
            Map<String, Object> data = new TreeMap<>();
            CanonicalJson.read(event.body(), JsonNode.class)
                    .properties()
                    .forEach(field -> data.put(field.getKey(), field.getValue()));
            data.put("sha256", event.sha256());
            return data;
        } catch (IOException e) {
            return Map.of("sequence", event.sequence(), "sha256", event.sha256(), "unreadable", true);
        }
    }

    /** The latest last, a line each. */
    public String list(List<Event> events) {
        Table table = new Table(style, "event", "time (UTC)", "who", "what");
        for (Event event : events) {
            try {
                Body body = event.read();
                table.row(
                        event.sequence(),
                        RunShow.time(body.instant()),
                        body.actor().isEmpty() ? "-" : body.actor(),
                        EventSentence.of(body));
            } catch (IOException e) {
                table.row(event.sequence(), "-", "-", "an event that cannot be read: plimsoll audit verify");
            }
        }
        return table.isEmpty() ? "no governance change yet" : table.text();
    }
}
