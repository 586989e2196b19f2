package io.plimsoll.reuse;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One thing in which two keys differ.
 *
 * @param part its name, with dots where it lies inside of a part
 * @param before absent where it is new
 * @param now absent where it is gone
 */
public record PartChange(
        String part, @Nullable JsonNode before, @Nullable JsonNode now) {
    /** Beyond so many places, a part has simply changed. */
    private static final int MOST_PLACES = 6;

    /** Whom a rule names is one thing, whatever is known of it. */
    private static final String OPPONENT = "version";

    static List<PartChange> between(SortedMap<String, JsonNode> before, SortedMap<String, JsonNode> now) {
        List<PartChange> changes = new ArrayList<>();
        TreeSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(now.keySet());
        for (String name : names) {
            List<PartChange> places = places(name, before.get(name), now.get(name));
            if (places.size() > MOST_PLACES) {
                changes.add(new PartChange(name, before.get(name), now.get(name)));
            } else {
                changes.addAll(places);
            }
        }
        return changes;
    }

    private static List<PartChange> places(String name, @Nullable JsonNode before, @Nullable JsonNode now) {
        if (before != null && before.equals(now)) {
            return List.of();
        }
        if (before == null || now == null || !isOpen(before, now)) {
            return List.of(new PartChange(name, before, now));
        }
        List<PartChange> places = new ArrayList<>();
        TreeSet<String> names = new TreeSet<>();
        fields(before, names);
        fields(now, names);
        for (String field : names) {
            places.addAll(places(name + "." + field, at(before, field), at(now, field)));
        }
        return places;
    }

    private static boolean isOpen(JsonNode before, JsonNode now) {
        boolean objects = before.isObject() && now.isObject() && !before.has(OPPONENT) && !now.has(OPPONENT);
        return objects || (before.isArray() && now.isArray() && before.size() == now.size());
    }

    private static void fields(JsonNode node, TreeSet<String> names) {
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                names.add(String.valueOf(i));
            }
        } else {
            Iterator<String> fields = node.fieldNames();
            fields.forEachRemaining(names::add);
        }
    }

    private static @Nullable JsonNode at(JsonNode node, String field) {
        return node.isArray() ? node.get(Integer.parseInt(field)) : node.get(field);
    }
}
