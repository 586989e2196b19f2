package io.plimsoll.artifact;

import java.util.Map;

/**
 * A table by which a graph looks texts up.
 *
 * @param kind of all of its numbers
 * @param otherwise what any other text gives
 */
public record TextTable(Kind kind, Map<String, Number> numbers, Number otherwise) {
    /** What its numbers are in the graph. */
    public enum Kind {
        /** int64 */
        WHOLE,
        /** float32 */
        FLOAT
    }

    public TextTable {
        numbers = Map.copyOf(numbers);
    }

    public Number of(String text) {
        return numbers.getOrDefault(text, otherwise);
    }
}
