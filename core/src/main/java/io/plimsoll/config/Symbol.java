package io.plimsoll.config;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.plimsoll.config.bind.Misfit;
import io.plimsoll.config.bind.NearMatch;
import io.plimsoll.config.bind.ValueType;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A character that has a name, and may be written either way. */
interface Symbol {
    char symbol();

    static <E extends Enum<E> & Symbol> ValueType<E> valueType(Class<E> type, String noun) {
        Map<String, E> words = new LinkedHashMap<>();
        for (E constant : type.getEnumConstants()) {
            words.put(word(constant), constant);
            words.put(String.valueOf(constant.symbol()), constant);
        }
        List<String> names =
                Arrays.stream(type.getEnumConstants()).map(Symbol::word).toList();
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        ArrayNode allowed = schema.putArray("enum");
        words.keySet().forEach(allowed::add);
        return new ValueType<>(
                type,
                scalar -> {
                    E value = words.get(scalar.text());
                    if (value == null) {
                        throw new Misfit(scalar.shown() + " is not " + noun + NearMatch.hint(scalar.text(), names));
                    }
                    return value;
                },
                value -> TextNode.valueOf(word(value)),
                schema,
                "one of: " + String.join(", ", names));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
