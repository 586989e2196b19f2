package io.plimsoll.config.bind;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.plimsoll.config.yaml.Node.Scalar;
import io.plimsoll.config.yaml.Node.Style;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * A type whose values are written as one scalar: how it is read, how it is written to JSON, and how a schema describes it.
 *
 * @param writer gives what {@code reader} reads back as an equal value
 * @param help what to write instead of a value that does not fit
 */
public record ValueType<T>(
        Class<T> type, Reader<T> reader, Function<T, JsonNode> writer, ObjectNode schema, String help) {
    private static final int FEW = 5;

    /** Reads a scalar that is not null. */
    public interface Reader<T> {
        T read(Scalar scalar) throws Misfit;
    }

    public ValueType {
        schema = schema.deepCopy();
    }

    @Override
    public ObjectNode schema() {
        return schema.deepCopy();
    }

    /**
     * A type that is one of a few words.
     *
     * @param noun what each of them is: {@code a metric}
     */
    public static <T> ValueType<T> ofWords(Class<T> type, String noun, Map<String, T> words) {
        return ofWords(type, noun, "one of: " + String.join(", ", words.keySet()), words);
    }

    private static <T> ValueType<T> ofWords(Class<T> type, String noun, String help, Map<String, T> words) {
        Map<String, T> byWord = new LinkedHashMap<>(words);
        Map<T, String> byValue = new LinkedHashMap<>();
        byWord.forEach((word, value) -> byValue.put(value, word));
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        byWord.keySet().forEach(schema.putArray("enum")::add);
        Reader<T> reader = scalar -> {
            T value = byWord.get(scalar.text());
            if (value == null) {
                boolean isSecret = scalar.style() == Style.ENVIRONMENT;
                String hint = isSecret ? "" : NearMatch.hint(scalar.text(), byWord.keySet());
                throw new Misfit(scalar.shown() + " is not " + noun + hint);
            }
            return value;
        };
        return new ValueType<>(type, reader, v -> TextNode.valueOf(byValue.get(v)), schema, help);
    }

    /** A number that is neither infinite nor NaN. */
    public static double number(Scalar scalar) throws Misfit {
        return BasicTypes.decimal(scalar);
    }

    /** An enum, its constants in lower case; one of many is called by the enum's name, {@code ColumnKind} being {@code a column kind}. */
    static <E extends Enum<E>> ValueType<E> ofEnum(Class<E> type) {
        Map<String, E> words = new LinkedHashMap<>();
        for (E constant : type.getEnumConstants()) {
            words.put(constant.name().toLowerCase(Locale.ROOT), constant);
        }
        if (words.size() <= FEW) {
            return ofWords(type, "one of " + String.join(", ", words.keySet()), "", words);
        }
        String noun =
                type.getSimpleName().replaceAll("(?<=.)(?=\\p{Upper})", " ").toLowerCase(Locale.ROOT);
        String article = "aeiou".indexOf(noun.charAt(0)) >= 0 ? "an " : "a ";
        return ofWords(type, article + noun, words);
    }
}
