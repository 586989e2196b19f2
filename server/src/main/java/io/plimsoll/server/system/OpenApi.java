package io.plimsoll.server.system;

import io.plimsoll.server.fault.Problem;
import io.plimsoll.server.security.Open;
import io.plimsoll.server.security.Requires;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The description of the interface as OpenAPI 3.1 has it, read off the routes that there are, so that it cannot differ from them. */
final class OpenApi {
    private static final String ROOT = "/api/";
    private static final String KEY = "Idempotency-Key";
    private static final String OK = "200";
    private static final String NO_CONTENT = "204";
    private static final String RESPONSES = "responses";
    private static final String CONTENT = "content";
    private static final Map<String, Object> PROBLEM = Map.of("$ref", "#/components/responses/Problem");

    private final JsonSchemas schemas = new JsonSchemas();
    private final String version;

    private OpenApi(String version) {
        this.version = version;
    }

    static Map<String, Object> of(RequestMappingHandlerMapping routes, String version) {
        return new OpenApi(version).document(routes);
    }

    private Map<String, Object> document(RequestMappingHandlerMapping routes) {
        SortedMap<String, SortedMap<String, Map<String, Object>>> paths = new TreeMap<>();
        routes.getHandlerMethods()
                .forEach((info, handler) -> info.getPatternValues().stream()
                        .filter(path -> path.startsWith(ROOT))
                        .forEach(path -> add(path, info, handler, paths)));
        SortedMap<String, Object> document = new TreeMap<>();
        document.put("openapi", "3.1.0");
        document.put("info", Map.of("title", "Plimsoll", "version", version));
        document.put("paths", paths);
        Map<String, Object> problem = schemas.of(Problem.class);
        document.put(
                "components",
                Map.of(
                        "schemas",
                        schemas.named(),
                        "responses",
                        Map.of("Problem", answer("What went wrong", "application/problem+json", problem)),
                        "securitySchemes",
                        Map.of("token", Map.of("type", "http", "scheme", "bearer"))));
        document.put("security", List.of(Map.of("token", List.of())));
        return document;
    }

    private void add(
            String path,
            RequestMappingInfo info,
            HandlerMethod handler,
            SortedMap<String, SortedMap<String, Map<String, Object>>> paths) {
        SortedMap<String, Map<String, Object>> operations = paths.computeIfAbsent(path, same -> new TreeMap<>());
        for (RequestMethod method : info.getMethodsCondition().getMethods()) {
            operations.merge(
                    method.asHttpMethod().name().toLowerCase(Locale.ROOT),
                    operation(info, handler, method),
                    OpenApi::withBothAnswers);
        }
    }

    /** Of two handlers that answer in different forms, the one of JSON with the form of the other. */
    private static Map<String, Object> withBothAnswers(Map<String, Object> one, Map<String, Object> other) {
        Map<String, Object> forms = contents(one);
        Map<String, Object> more = contents(other);
        Map<String, Object> first = forms.containsKey(MediaType.APPLICATION_JSON_VALUE) ? one : other;
        SortedMap<String, Object> all = new TreeMap<>(forms);
        all.putAll(more);
        SortedMap<String, Object> merged = new TreeMap<>(first);
        merged.put(
                RESPONSES, new TreeMap<>(Map.of(OK, Map.of("description", "Done", CONTENT, all), "default", PROBLEM)));
        return merged;
    }

    private static Map<String, Object> contents(Map<String, Object> operation) {
        SortedMap<String, Object> contents = new TreeMap<>();
        if (operation.get(RESPONSES) instanceof Map<?, ?> responses
                && responses.get(OK) instanceof Map<?, ?> done
                && done.get(CONTENT) instanceof Map<?, ?> forms) {
            forms.forEach((media, schema) -> contents.put(String.valueOf(media), schema));
        }
        return contents;
    }

    private Map<String, Object> operation(RequestMappingInfo info, HandlerMethod handler, RequestMethod method) {
        SortedMap<String, Object> operation = new TreeMap<>();
        String group = handler.getBeanType().getSimpleName().replace("Controller", "");
        operation.put("operationId", group + "-" + handler.getMethod().getName());
        operation.put("tags", List.of(group));
        String name = info.getName();
        if (name != null) {
            operation.put("summary", name);
        }
        Requires requires = handler.getMethodAnnotation(Requires.class);
        if (requires != null) {
            operation.put("description", "For " + requires.value().name().toLowerCase(Locale.ROOT) + "s.");
        }
        if (handler.hasMethodAnnotation(Open.class)) {
            operation.put("security", List.of());
        }
        operation.put("parameters", parameters(handler, method));
        Arrays.stream(handler.getMethod().getParameters())
                .filter(parameter -> parameter.isAnnotationPresent(RequestBody.class))
                .findFirst()
                .ifPresentOrElse(body -> operation.put("requestBody", body(body)), () -> addStream(info, operation));
        operation.put(RESPONSES, responses(info, handler));
        return operation;
    }

    /** Of a route that reads its body itself. */
    private static void addStream(RequestMappingInfo info, SortedMap<String, Object> operation) {
        SortedMap<String, Object> content = new TreeMap<>();
        info.getConsumesCondition()
                .getConsumableMediaTypes()
                .forEach(type ->
                        content.put(type.toString(), Map.of("schema", Map.of("type", "string", "format", "binary"))));
        if (!content.isEmpty()) {
            operation.put("requestBody", Map.of("required", true, CONTENT, content));
        }
    }

    private List<Map<String, Object>> parameters(HandlerMethod handler, RequestMethod method) {
        List<Map<String, Object>> parameters = new ArrayList<>();
        for (Parameter parameter : handler.getMethod().getParameters()) {
            PathVariable path = parameter.getAnnotation(PathVariable.class);
            RequestParam query = parameter.getAnnotation(RequestParam.class);
            RequestHeader header = parameter.getAnnotation(RequestHeader.class);
            if (path != null) {
                parameters.add(parameter(path.value(), "path", true, parameter.getParameterizedType()));
            } else if (query != null) {
                parameters.add(parameter(
                        query(query),
                        "query",
                        query.required() && isWithoutDefault(query),
                        parameter.getParameterizedType()));
            } else if (header != null && !name(header).equals(KEY)) {
                parameters.add(parameter(name(header), "header", false, parameter.getParameterizedType()));
            } else if (parameter.getType().isRecord() && !parameter.isAnnotationPresent(RequestBody.class)) {
                for (RecordComponent each : parameter.getType().getRecordComponents()) {
                    parameters.add(parameter(each.getName(), "query", false, each.getGenericType()));
                }
            }
        }
        if (method != RequestMethod.GET) {
            parameters.add(parameter(KEY, "header", true, String.class));
        }
        return parameters;
    }

    private static String query(RequestParam query) {
        return query.name().isEmpty() ? query.value() : query.name();
    }

    private static boolean isWithoutDefault(RequestParam query) {
        return query.defaultValue().equals(ValueConstants.DEFAULT_NONE);
    }

    private static String name(RequestHeader header) {
        return header.name().isEmpty() ? header.value() : header.name();
    }

    private Map<String, Object> parameter(String name, String in, boolean required, Type type) {
        return Map.of("name", name, "in", in, "required", required, "schema", schemas.of(type));
    }

    private Map<String, Object> body(Parameter body) {
        return Map.of("required", true, CONTENT, json(schemas.of(body.getParameterizedType())));
    }

    private Map<String, Object> responses(RequestMappingInfo info, HandlerMethod handler) {
        ResponseStatus status = handler.getMethodAnnotation(ResponseStatus.class);
        String code = status == null ? OK : String.valueOf(status.code().value());
        Type type = answered(handler.getMethod().getGenericReturnType());
        String media = info.getProducesCondition().getProducibleMediaTypes().stream()
                .findFirst()
                .map(MediaType::toString)
                .orElse(MediaType.APPLICATION_JSON_VALUE);
        boolean isJson = media.equals(MediaType.APPLICATION_JSON_VALUE);
        Map<String, Object> done = code.equals(NO_CONTENT)
                ? Map.of("description", "Done")
                : answer("Done", media, isJson && type != null ? schemas.of(type) : Map.of("type", "string"));
        return new TreeMap<>(Map.of(code, done, "default", PROBLEM));
    }

    private static @Nullable Type answered(Type returned) {
        return returned instanceof ParameterizedType generic && generic.getRawType() == ResponseEntity.class
                ? generic.getActualTypeArguments()[0]
                : returned;
    }

    private static Map<String, Object> answer(String description, String media, Map<String, Object> schema) {
        return Map.of("description", description, CONTENT, Map.of(media, Map.of("schema", schema)));
    }

    private static Map<String, Object> json(Map<String, Object> schema) {
        return Map.of(MediaType.APPLICATION_JSON_VALUE, Map.of("schema", schema));
    }
}
