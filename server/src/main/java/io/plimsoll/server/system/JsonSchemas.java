package io.plimsoll.server.system;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** JSON Schemas of the records that requests and answers consist of, each once under its name. */
final class JsonSchemas {
    private static final String PLACE = "#/components/schemas/";

    private final SortedMap<String, Object> named = new TreeMap<>();

    /** All that were asked for so far. */
    SortedMap<String, Object> named() {
        return named;
    }

    Map<String, Object> of(Type type) {
        if (type instanceof ParameterizedType generic && generic.getRawType() instanceof Class<?> raw) {
            return generic(generic, raw);
        }
        return type instanceof Class<?> plain ? plain(plain) : Map.of();
    }

    private Map<String, Object> generic(ParameterizedType generic, Class<?> raw) {
        Type[] arguments = generic.getActualTypeArguments();
        if (Collection.class.isAssignableFrom(raw)) {
            return Map.of("type", "array", "items", of(arguments[0]));
        }
        if (Map.class.isAssignableFrom(raw)) {
            return Map.of("type", "object", "additionalProperties", of(arguments[1]));
        }
        // a page, which is a list of its one argument and where it goes on
        return Map.of(
                "type",
                "object",
                "required",
                List.of("items"),
                "properties",
                Map.of("items", Map.of("type", "array", "items", of(arguments[0])), "next", Map.of("type", "string")));
    }

    private Map<String, Object> plain(Class<?> type) {
        if (type.isRecord()) {
            return reference(type);
        }
        if (type.isEnum()) {
            return Map.of(
                    "type",
                    "string",
                    "enum",
                    Arrays.stream(type.getEnumConstants()).map(String::valueOf).toList());
        }
        if (type == Instant.class) {
            return Map.of("type", "string", "format", "date-time");
        }
        if (type == int.class || type == Integer.class) {
            return Map.of("type", "integer", "format", "int32");
        }
        if (type == long.class || type == Long.class) {
            return Map.of("type", "integer", "format", "int64");
        }
        if (type == boolean.class || type == Boolean.class) {
            return Map.of("type", "boolean");
        }
        return type == String.class ? Map.of("type", "string") : Map.of();
    }

    private Map<String, Object> reference(Class<?> type) {
        String name = type.getName()
                .substring(type.getPackageName().length() + 1)
                .replace('$', '.')
                .replace("Controller", "");
        if (!named.containsKey(name)) {
            // named before it is described, as it may contain itself
            named.put(name, Map.of());
            named.put(name, described(type));
        }
        return Map.of("$ref", PLACE + name);
    }

    private Map<String, Object> described(Class<?> type) {
        SortedMap<String, Object> properties = new TreeMap<>();
        List<String> required = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            String name = snake(component.getName());
            properties.put(name, property(component));
            if (!isNullable(component.getAnnotatedType())) {
                required.add(name);
            }
        }
        SortedMap<String, Object> schema =
                new TreeMap<>(Map.of("type", "object", "properties", properties, "additionalProperties", false));
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        return schema;
    }

    /** What is stored as JSON is told as it is. */
    private Map<String, Object> property(RecordComponent component) {
        boolean isRaw = component.getAccessor().isAnnotationPresent(JsonRawValue.class);
        return isRaw ? Map.of("type", "object") : of(component.getGenericType());
    }

    static boolean isNullable(AnnotatedType type) {
        return type.isAnnotationPresent(Nullable.class)
                || (type instanceof AnnotatedParameterizedType generic && generic.isAnnotationPresent(Nullable.class));
    }

    /** {@code modelType} as it is written: {@code model_type}. */
    static String snake(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }
}
