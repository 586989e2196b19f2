package io.plimsoll.canonical;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.io.NumberOutput;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * JSON whose bytes follow from the value alone: keys sorted, snake_case, no white space, UTF-8, absent instead of null.
 *
 * <p>Numbers are the shortest text that reads back as the same double, written by Jackson's Schubfach writer, because
 * {@code Double.toString} differs between Java 17 and later versions. NaN and infinities have no JSON form and are refused.
 */
public final class CanonicalJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonWriteFeature.WRITE_NAN_AS_STRINGS)
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.NON_ABSENT))
            .build();

    private static final DefaultPrettyPrinter INDENTED = new DefaultPrettyPrinter()
            .withObjectIndenter(new DefaultIndenter("  ", "\n"))
            .withArrayIndenter(new DefaultIndenter("  ", "\n"));

    private CanonicalJson() {}

    /** The canonical text of a record, map, list or tree. */
    public static String text(Object value) {
        try {
            return MAPPER.writeValueAsString(tree(value));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not expressible as JSON: " + value.getClass(), e);
        }
    }

    public static byte[] bytes(Object value) {
        return text(value).getBytes(StandardCharsets.UTF_8);
    }

    /** The same content for people: indented, with a final newline; sorted alike, but not what is hashed. */
    public static String indented(Object value) {
        try {
            return MAPPER.writer(INDENTED).writeValueAsString(tree(value)) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not expressible as JSON: " + value.getClass(), e);
        }
    }

    /** A finite number as canonical JSON writes it. */
    public static String number(double value) {
        return NumberOutput.toString(value, true);
    }

    /** SHA-256 of the canonical bytes. */
    public static String sha256(Object value) {
        return Sha256.of(bytes(value));
    }

    public static JsonNode tree(Object value) {
        JsonNode tree = MAPPER.valueToTree(value);
        return SortedTree.of(tree);
    }

    /** Reads what {@link #text} wrote; unknown and duplicate keys are refused. */
    public static <T> T read(byte[] json, Class<T> type) throws IOException {
        return MAPPER.readValue(json, type);
    }

    public static <T> T read(String json, Class<T> type) throws IOException {
        return MAPPER.readValue(json, type);
    }
}
