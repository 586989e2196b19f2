package io.plimsoll.config.bind;

import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.plimsoll.config.yaml.Node.Kind;
import io.plimsoll.config.yaml.Node.Scalar;
import io.plimsoll.config.yaml.Node.Style;
import java.util.List;
import java.util.Locale;

/** The scalar types that every config may use: text, switch, numbers and percentages. */
final class BasicTypes {
    private static final String PLAIN_NUMBER = "write the number without quotes, with a point before decimals";

    private BasicTypes() {}

    static List<ValueType<?>> all() {
        return List.of(
                new ValueType<>(
                        String.class,
                        BasicTypes::text,
                        TextNode::valueOf,
                        type("string").put("pattern", "\\S"),
                        ""),
                new ValueType<>(
                        Boolean.class, BasicTypes::flag, BooleanNode::valueOf, type("boolean"), "write true or false"),
                new ValueType<>(Integer.class, BasicTypes::integer, IntNode::valueOf, type("integer"), PLAIN_NUMBER),
                new ValueType<>(Long.class, BasicTypes::whole, LongNode::valueOf, type("integer"), PLAIN_NUMBER),
                new ValueType<>(Double.class, BasicTypes::decimal, DoubleNode::valueOf, type("number"), PLAIN_NUMBER),
                Percentage.valueType());
    }

    static double decimal(Scalar scalar) throws Misfit {
        if (scalar.kind() == Kind.INTEGER) {
            return whole(scalar);
        }
        if (scalar.kind() != Kind.DECIMAL) {
            throw new Misfit("needs a number, not " + scalar.kindName());
        }
        double value = Double.parseDouble(scalar.text());
        if (!Double.isFinite(value)) {
            throw new Misfit("is too large a number");
        }
        return value;
    }

    static long whole(Scalar scalar) throws Misfit {
        if (scalar.kind() != Kind.INTEGER) {
            throw new Misfit("needs a whole number, not " + scalar.kindName());
        }
        String text = scalar.text().toLowerCase(Locale.ROOT);
        try {
            if (text.startsWith("0x")) {
                return Long.parseLong(text.substring(2), 16);
            }
            return text.startsWith("0o") ? Long.parseLong(text.substring(2), 8) : Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new Misfit("is too large a number");
        }
    }

    private static int integer(Scalar scalar) throws Misfit {
        long value = whole(scalar);
        if (value != (int) value) {
            throw new Misfit("is too large a number");
        }
        return (int) value;
    }

    private static boolean flag(Scalar scalar) throws Misfit {
        if (scalar.kind() != Kind.BOOLEAN) {
            throw new Misfit("needs true or false, not " + scalar.kindName());
        }
        return Boolean.parseBoolean(scalar.text());
    }

    private static String text(Scalar scalar) throws Misfit {
        if (scalar.kind() != Kind.TEXT && scalar.style() != Style.ENVIRONMENT) {
            throw new Misfit("needs text, not " + scalar.kindName(), "put it in quotes: \"" + scalar.text() + "\"");
        }
        if (scalar.text().isBlank()) {
            throw new Misfit("is empty");
        }
        if (scalar.text().chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t')) {
            throw new Misfit("has a control character in it");
        }
        return scalar.text();
    }

    private static ObjectNode type(String name) {
        return JsonNodeFactory.instance.objectNode().put("type", name);
    }
}
