package io.plimsoll.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** As much of JSON Schema 2020-12 as our schemas use. */
final class SmallValidator {
    private final JsonNode root;

    SmallValidator(JsonNode root) {
        this.root = root;
    }

    /** Where a document differs from the schema, and by which keyword. */
    List<String> faults(JsonNode document) {
        List<String> faults = new ArrayList<>();
        check(document, root, "$", faults);
        return faults;
    }

    private void check(JsonNode value, JsonNode schema, String path, List<String> faults) {
        if (schema.has("$ref")) {
            check(value, root.at(schema.path("$ref").asText().substring(1)), path, faults);
        }
        checkValue(value, schema, path, faults);
        checkCombinations(value, schema, path, faults);
        if (value.isObject()) {
            checkObject(value, schema, path, faults);
        }
        if (value.isArray()) {
            add(value.size() < schema.path("minItems").asInt(0), "minItems", path, faults);
            for (int i = 0; i < value.size() && schema.has("items"); i++) {
                check(value.get(i), schema.path("items"), path + "[" + i + "]", faults);
            }
        }
    }

    private static void checkValue(JsonNode value, JsonNode schema, String path, List<String> faults) {
        add(schema.has("type") && !isOfType(value, schema.path("type").asText()), "type", path, faults);
        add(schema.has("const") && !value.equals(schema.path("const")), "const", path, faults);
        add(
                schema.has("enum") && elements(schema.path("enum")).stream().noneMatch(value::equals),
                "enum",
                path,
                faults);
        if (value.isTextual()) {
            String pattern = schema.path("pattern").asText("");
            add(!value.asText().matches("(?s).*" + pattern + ".*"), "pattern", path, faults);
        }
        if (value.isNumber()) {
            double number = value.asDouble();
            add(number < schema.path("minimum").asDouble(number), "minimum", path, faults);
            add(number > schema.path("maximum").asDouble(number), "maximum", path, faults);
            add(number <= schema.path("exclusiveMinimum").asDouble(number - 1), "exclusiveMinimum", path, faults);
        }
    }

    private void checkObject(JsonNode value, JsonNode schema, String path, List<String> faults) {
        elements(schema.path("required"))
                .forEach(key -> add(!value.has(key.asText()), "required " + key.asText(), path, faults));
        add(value.size() < schema.path("minProperties").asInt(0), "minProperties", path, faults);
        value.fieldNames().forEachRemaining(key -> {
            String names = schema.path("propertyNames").path("pattern").asText("");
            add(!key.matches(".*" + names + ".*"), "propertyNames", path + "." + key, faults);
            JsonNode other = schema.path("additionalProperties");
            if (schema.path("properties").has(key)) {
                check(value.get(key), schema.path("properties").path(key), path + "." + key, faults);
            } else if (other.isObject()) {
                check(value.get(key), other, path + "." + key, faults);
            } else {
                add(other.isBoolean() && !other.asBoolean(), "additionalProperties", path + "." + key, faults);
            }
        });
    }

    private void checkCombinations(JsonNode value, JsonNode schema, String path, List<String> faults) {
        add(schema.has("anyOf") && matches(value, schema.path("anyOf")) == 0, "anyOf", path, faults);
        add(schema.has("oneOf") && matches(value, schema.path("oneOf")) != 1, "oneOf", path, faults);
        for (JsonNode rule : elements(schema.path("allOf"))) {
            List<String> condition = new ArrayList<>();
            check(value, rule.path("if"), path, condition);
            if (condition.isEmpty()) {
                check(value, rule.path("then"), path, faults);
            }
        }
    }

    private long matches(JsonNode value, JsonNode schemas) {
        return elements(schemas).stream()
                .filter(schema -> {
                    List<String> faults = new ArrayList<>();
                    check(value, schema, "", faults);
                    return faults.isEmpty();
                })
                .count();
    }

    private static boolean isOfType(JsonNode value, String type) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "boolean" -> value.isBoolean();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            default -> throw new IllegalArgumentException("the validator does not know the type " + type);
        };
    }

    private static List<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    private static void add(boolean isFault, String keyword, String path, List<String> faults) {
        if (isFault) {
            faults.add(path + ": " + keyword);
        }
    }
}
