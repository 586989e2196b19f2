package io.plimsoll.webhook;

import io.plimsoll.canonical.CanonicalJson;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a webhook is told.
 *
 * @param id the same however often it is sent, so that a receiver can tell what he has seen
 * @param body JSON of names, numbers and codes; never a value of the data or a word that a person wrote
 */
public record Message(String id, String body) {
    /** @param facts model, version, run and such, by name */
    public static Message of(String id, Occasion occasion, Instant time, Map<String, String> facts) {
        return of(id, "model." + occasion.label(), time, facts);
    }

    /** A message of which nothing follows, to see whether it arrives. */
    public static Message test(String id, Instant time) {
        return of(id, "webhook.test", time, Map.of());
    }

    private static Message of(String id, String type, Instant time, Map<String, String> facts) {
        SortedMap<String, Object> body = new TreeMap<>();
        body.put("type", type);
        body.put("timestamp", time.toString());
        body.put("data", new TreeMap<>(facts));
        return new Message(id, CanonicalJson.text(body));
    }
}
