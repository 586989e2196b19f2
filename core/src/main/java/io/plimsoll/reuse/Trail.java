package io.plimsoll.reuse;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.canonical.CanonicalJson;
import io.plimsoll.step.StepName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** What is known of the steps behind, whether they were taken or reused: the key of each, and what remains of what it made. */
public record Trail(Map<StepName, Mark> marks) {
    public static final Trail START = new Trail(Map.of());

    public Trail {
        marks = Collections.unmodifiableMap(marks.isEmpty() ? Map.of() : new EnumMap<>(marks));
    }

    /** What a step leaves on the way. */
    public record Mark(String key, JsonNode remains) {}

    Trail with(StepName step, String key, JsonNode remains) {
        Map<StepName, Mark> more = new EnumMap<>(StepName.class);
        more.putAll(marks);
        more.put(step, new Mark(key, remains));
        return new Trail(more);
    }

    String key(StepName step) {
        return mark(step).key();
    }

    <T> T remains(StepName step, Class<T> type) {
        return read(mark(step).remains(), type);
    }

    static <T> T read(JsonNode remains, Class<T> type) {
        try {
            return CanonicalJson.read(CanonicalJson.text(remains), type);
        } catch (IOException e) {
            throw new UncheckedIOException("remains of a step that this version did not write", e);
        }
    }

    private Mark mark(StepName step) {
        return Objects.requireNonNull(marks.get(step), "the step lies ahead");
    }
}
