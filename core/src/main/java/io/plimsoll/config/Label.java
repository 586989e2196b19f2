package io.plimsoll.config;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.plimsoll.config.bind.ValueType;
import io.plimsoll.config.yaml.Node.Scalar;
import java.util.stream.Stream;

/**
 * A value of a column, written as it is: {@code 5}, {@code true} or {@code late}.
 *
 * @param text as a column in text form holds it
 */
public record Label(String text) {
    static ValueType<Label> valueType() {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        ArrayNode kinds = schema.putArray("anyOf");
        Stream.of("string", "number", "boolean")
                .forEach(kind -> kinds.addObject().put("type", kind));
        return new ValueType<>(
                Label.class, Label::read, label -> TextNode.valueOf(label.text()), schema, "write one value");
    }

    private static Label read(Scalar scalar) {
        return new Label(scalar.text());
    }
}
