package io.plimsoll.config.bind;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plimsoll.canonical.CanonicalJson;
import io.plimsoll.config.yaml.Faults;
import io.plimsoll.config.yaml.Node;
import io.plimsoll.config.yaml.Place;
import io.plimsoll.config.yaml.YamlReader;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * A JSON Schema for editors, of the same records that the binder makes. It knows less than the binder: combinations of keys are not in it.
 *
 * <p><b>Source</b>: JSON Schema draft 2020-12.
 */
public final class JsonSchema {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String PART = "Part";

    private final Grammar grammar;
    private final ObjectNode definitions = JSON.objectNode();

    private JsonSchema(Grammar grammar) {
        this.grammar = grammar;
    }

    /** The schema of a file that is one record. */
    public static ObjectNode of(Class<? extends Record> file, String title, Grammar grammar) {
        JsonSchema schema = new JsonSchema(grammar);
        ObjectNode root = JSON.objectNode();
        root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        root.put("title", title);
        root.setAll(schema.object(RecordShape.of(file), false));
        root.set("$defs", schema.definitions);
        return root;
    }

    private ObjectNode object(RecordShape shape, boolean partial) {
        ObjectNode object = JSON.objectNode();
        describe(
                object,
                Optional.ofNullable(shape.type().getAnnotation(Description.class))
                        .map(Description::value)
                        .orElse(""));
        object.put("type", "object");
        object.put("additionalProperties", false);
        ObjectNode properties = object.putObject("properties");
        ArrayNode required = JSON.arrayNode();
        for (Slot slot : shape.slots()) {
            properties.set(slot.key(), partial ? described(slot) : property(slot));
            if (slot.isRequiredInFile() && !partial) {
                required.add(slot.key());
            }
            slot.annotation(ChosenBy.class).ifPresent(chosen -> choices(shape, slot, chosen.value(), object));
        }
        if (!required.isEmpty()) {
            object.set("required", required);
        }
        return object;
    }

    private ObjectNode described(Slot slot) {
        ObjectNode property = type(slot.type(), slot);
        Optional<String> otherwise = slot.annotation(DefaultsTo.class).map(DefaultsTo::value);
        describe(
                property,
                slot.description() + otherwise.map(text -> "; default: " + text).orElse(""));
        return property;
    }

    private ObjectNode property(Slot slot) {
        ObjectNode property = described(slot);
        slot.defaultText().ifPresent(text -> property.set("default", literal(text)));
        return property;
    }

    private ObjectNode type(Type type, Slot slot) {
        if (type instanceof ParameterizedType) {
            return Slot.raw(type) == Map.class ? map(type, slot) : list(type, slot);
        }
        Class<?> raw = Slot.raw(type);
        Optional<ValueType<?>> scalar = grammar.valueType(raw);
        if (scalar.isPresent()) {
            ObjectNode schema = scalar.get().schema();
            slot.annotation(Range.class).ifPresent(range -> limit(schema, range));
            slot.annotation(Named.class).ifPresent(named -> schema.put("pattern", "^" + named.pattern() + "$"));
            return schema;
        }
        if (raw == Record.class) {
            return JSON.objectNode().put("type", "object");
        }
        if (raw.isSealed()) {
            ObjectNode choice = JSON.objectNode();
            ArrayNode kinds = choice.putArray(slot.has(Partial.class) ? "anyOf" : "oneOf");
            RecordShape.kindsOf(raw).forEach(kind -> kinds.add(reference(kind, slot.has(Partial.class))));
            return choice;
        }
        return reference(RecordShape.of(raw.asSubclass(Record.class)), slot.has(Partial.class));
    }

    private ObjectNode list(Type type, Slot slot) {
        ObjectNode list = JSON.objectNode().put("type", "array");
        list.set("items", type(Slot.argument(type), slot));
        return slot.has(NotEmpty.class) ? list.put("minItems", 1) : list;
    }

    private ObjectNode map(Type type, Slot slot) {
        ObjectNode map = JSON.objectNode().put("type", "object");
        slot.annotation(Named.class)
                .ifPresent(named -> map.putObject("propertyNames").put("pattern", "^" + named.pattern() + "$"));
        map.set("additionalProperties", type(Slot.argument(type), slot));
        return slot.has(NotEmpty.class) ? map.put("minProperties", 1) : map;
    }

    /** A reference to a record's definition, which is made when it is first met. */
    private ObjectNode reference(RecordShape shape, boolean partial) {
        String name = shape.type().getSimpleName() + (partial ? PART : "");
        if (!definitions.has(name)) {
            definitions.putObject(name);
            definitions.set(name, withShorthand(shape, object(shape, partial)));
        }
        return JSON.objectNode().put("$ref", "#/$defs/" + name);
    }

    private ObjectNode withShorthand(RecordShape shape, ObjectNode object) {
        Optional<Slot> shorter = shape.slots().stream()
                .filter(slot -> shape.shorthand().filter(slot.key()::equals).isPresent())
                .findFirst();
        if (shorter.isEmpty()) {
            return object;
        }
        ObjectNode either = JSON.objectNode();
        either.putArray("anyOf").add(property(shorter.get())).add(object);
        return either;
    }

    /** The settings of whatever the choosing key names, or of its default where it is left out. */
    private void choices(RecordShape shape, Slot slot, String key, ObjectNode object) {
        Slot choosing = shape.slots().stream()
                .filter(other -> other.key().equals(key))
                .findFirst()
                .orElseThrow();
        ArrayNode words = ((ObjectNode) object.path("properties").path(key)).putArray("enum");
        ArrayNode rules = object.putArray("allOf");
        grammar.choices().forEach((word, type) -> {
            words.add(word);
            ObjectNode rule = rules.addObject();
            ObjectNode condition = rule.putObject("if");
            condition.putObject("properties").putObject(key).put("const", word);
            if (!choosing.defaultText().equals(Optional.of(word))) {
                condition.putArray("required").add(key);
            }
            rule.putObject("then").putObject("properties").set(slot.key(), reference(RecordShape.of(type), false));
        });
    }

    private static void limit(ObjectNode schema, Range range) {
        bound(schema, "minimum", range.min());
        bound(schema, "exclusiveMinimum", range.above());
        bound(schema, "maximum", range.max());
    }

    private static void bound(ObjectNode schema, String keyword, double value) {
        if (schema.has("anyOf")) {
            schema.path("anyOf").forEach(kind -> {
                if (kind.path("type").asText().equals("number")) {
                    bound((ObjectNode) kind, keyword, value);
                }
            });
        } else if (!Double.isInfinite(value)) {
            schema.set(keyword, Literals.number(new BigDecimal(CanonicalJson.text(value))));
        }
    }

    private static void describe(ObjectNode schema, String description) {
        if (!description.isEmpty()) {
            schema.put("description", description);
        }
    }

    /** A default as JSON: numbers and lists as such, everything else as text. */
    private static JsonNode literal(String text) {
        Faults none = new Faults();
        Node node = new YamlReader(none).value(text, "", Place.of("a default"));
        none.throwIfAny();
        return Literals.json(node);
    }
}
