package io.plimsoll.reuse;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.canonical.CanonicalJson;
import io.plimsoll.step.StepName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the result of a step follows from, by name: {@code query}, {@code source sites}, {@code engine}. Two steps with the same parts make
 * the same thing.
 */
public record KeyParts(SortedMap<String, JsonNode> parts) {
    private static final String STEP = "step";

    public KeyParts {
        parts = Collections.unmodifiableSortedMap(new TreeMap<>(parts));
    }

    static KeyParts of(StepName step) {
        return new KeyParts(new TreeMap<>()).with(STEP, step.label());
    }

    /** With one part more, or the same parts where there is nothing to say. */
    KeyParts with(String name, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        SortedMap<String, JsonNode> more = new TreeMap<>(parts);
        more.put(name, CanonicalJson.tree(value));
        return new KeyParts(more);
    }

    KeyParts with(Map<String, ?> others) {
        KeyParts all = this;
        for (Map.Entry<String, ?> other : others.entrySet()) {
            all = all.with(other.getKey(), other.getValue());
        }
        return all;
    }

    /** SHA-256 of the parts in canonical JSON. */
    public String key() {
        return CanonicalJson.sha256(parts);
    }

    /** Whether the parts of these names are the same. */
    boolean isAlikeIn(List<String> names, KeyParts other) {
        return names.stream()
                .allMatch(name -> Objects.equals(parts.get(name), other.parts().get(name)));
    }

    String json() {
        return CanonicalJson.text(parts);
    }

    static KeyParts read(String json) {
        try {
            SortedMap<String, JsonNode> parts = new TreeMap<>();
            CanonicalJson.read(json, JsonNode.class)
                    .properties()
                    .forEach(part -> parts.put(part.getKey(), part.getValue()));
            return new KeyParts(parts);
        } catch (IOException e) {
            throw new UncheckedIOException("parts of a key that this version did not write", e);
        }
    }
}
