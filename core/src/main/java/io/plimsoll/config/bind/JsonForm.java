package io.plimsoll.config.bind;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.Map;

/** Records as JSON in the very form of the file, every default written out: what the binder reads back as an equal record. */
public final class JsonForm {
    private final Grammar grammar;

    public JsonForm(Grammar grammar) {
        this.grammar = grammar;
    }

    public ObjectNode of(Record record) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (Slot slot : RecordShape.of(record.getClass()).slots()) {
            Object value = RecordShape.read(record, slot);
            if (value != null) {
                object.set(slot.key(), node(value, slot.type()));
            }
        }
        return object;
    }

    private JsonNode node(Object value, Type declared) {
        if (value instanceof Collection<?> items) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            items.forEach(item -> array.add(node(item, Slot.argument(declared))));
            return array;
        }
        if (value instanceof Map<?, ?> map) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            map.forEach((key, item) -> object.set(String.valueOf(key), node(item, Slot.argument(declared))));
            return object;
        }
        return grammar.valueType(Slot.raw(declared))
                .map(type -> written(type, value))
                .orElseGet(() -> of((Record) value));
    }

    private static <T> JsonNode written(ValueType<T> type, Object value) {
        return type.writer().apply(type.type().cast(value));
    }
}
