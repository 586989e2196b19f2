package io.plimsoll.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Maps that nobody can change, in the order in which they were written. */
final class Ordered {
    private Ordered() {}

    static <V> Map<String, V> copyOf(Map<String, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
