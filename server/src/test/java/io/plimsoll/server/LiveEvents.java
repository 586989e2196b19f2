package io.plimsoll.server;

import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a stream of events, as a browser does. */
final class LiveEvents {
    private LiveEvents() {}

    /** @param id empty for the event that says that there will be none */
    record Event(String id, String name, JsonNode data) {}

    /** The next events, at most so many, to the end of the stream; whoever reads goes then. */
    static List<Event> read(Served.Asking asking, int most) {
        HttpResponse<Stream<String>> response =
                asking.with("Accept", "text/event-stream").send(BodyHandlers.ofLines());
        List<Event> events = new ArrayList<>();
        try (Stream<String> lines = response.body()) {
            Iterator<String> each = lines.iterator();
            String id = "";
            String name = "";
            while (events.size() < most && each.hasNext()) {
                String line = each.next();
                if (line.startsWith("id:")) {
                    id = line.substring(3);
                } else if (line.startsWith("event:")) {
                    name = line.substring(6);
                } else if (line.startsWith("data:")) {
                    events.add(new Event(id, name, new JsonMapper().readTree(line.substring(5))));
                    id = "";
                }
            }
        }
        return events;
    }
}
