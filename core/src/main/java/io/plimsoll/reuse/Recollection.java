package io.plimsoll.reuse;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.fault.Fault;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is remembered of a step that was taken.
 *
 * @param remains what {@link Keyed#keep} gave
 * @param summary one line for people
 * @param warnings what it warned of
 * @param files SHA-256 of each file of its evidence, by name
 */
record Recollection(JsonNode remains, String summary, List<Fault> warnings, SortedMap<String, String> files) {
    Recollection {
        warnings = List.copyOf(warnings);
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }
}
