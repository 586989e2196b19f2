package io.plimsoll.canonical;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A JSON tree with the keys of every object in code-unit order, and no number that JSON cannot write. */
final class SortedTree {
    private SortedTree() {}

    static JsonNode of(JsonNode node) {
        if (node instanceof ObjectNode object) {
            return sorted(object);
        }
        if (node instanceof ArrayNode array) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode(array.size());
            array.forEach(element -> copy.add(of(element)));
            return copy;
        }
        if (node.isFloatingPointNumber() && !Double.isFinite(node.doubleValue())) {
            throw new IllegalArgumentException("a number that is not finite has no canonical form");
        }
        return node;
    }

    private static ObjectNode sorted(ObjectNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        Collections.sort(names);
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        for (String name : names) {
            copy.set(name, of(object.get(name)));
        }
        return copy;
    }
}
