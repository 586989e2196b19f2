package io.plimsoll.config.bind;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.plimsoll.config.yaml.Node;
import io.plimsoll.config.yaml.Node.Kind;
import io.plimsoll.config.yaml.Node.Mapping;
import io.plimsoll.config.yaml.Node.Scalar;
import io.plimsoll.config.yaml.Node.Sequence;
import java.math.BigDecimal;

/** Trees as the JSON that they look like. */
final class Literals {
    private Literals() {}

    static JsonNode json(Node node) {
        if (node instanceof Mapping mapping) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            mapping.entries().forEach((key, entry) -> object.set(key, json(entry.value())));
            return object;
        }
        if (node instanceof Sequence list) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            list.items().forEach(item -> array.add(json(item)));
            return array;
        }
        if (node instanceof Scalar scalar) {
            return scalar(scalar);
        }
        throw new IllegalArgumentException("not a literal: " + node.path());
    }

    /** A number as people write it: without a fraction or an exponent where it is whole. */
    static JsonNode number(BigDecimal number) {
        BigDecimal shortest = number.stripTrailingZeros();
        return shortest.scale() <= 0
                ? LongNode.valueOf(shortest.longValueExact())
                : DoubleNode.valueOf(shortest.doubleValue());
    }

    private static JsonNode scalar(Scalar scalar) {
        if (scalar.kind() == Kind.INTEGER || scalar.kind() == Kind.DECIMAL) {
            return number(new BigDecimal(scalar.text()));
        }
        return scalar.kind() == Kind.BOOLEAN
                ? BooleanNode.valueOf(Boolean.parseBoolean(scalar.text()))
                : TextNode.valueOf(scalar.text());
    }
}
