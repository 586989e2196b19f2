package io.plimsoll.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.access.Role;
import io.plimsoll.contracts.Rounds;
import io.plimsoll.server.Served.Answer;
import io.plimsoll.server.Served.Asking;
import java.io.IOException;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/** What an attacker writes into every text that a route takes, read off the routes that there are: a new one is attacked, too. */
class AttackTest {
    private static final JsonMapper MAPPER = new JsonMapper();

    @TempDir
    private static Path folder;

    private static Served served;

    @BeforeAll
    static void serve() {
        Rounds.onFirstJdkOnly();
        served = Served.idle(SampleProject.published(folder));
    }

    @AfterAll
    static void end() {
        if (served != null) {
            served.close();
        }
    }

    /** A route and what it takes. */
    private record Route(String method, String path, HandlerMethod handler) {
        Optional<Class<?>> body() {
            return parameters()
                    .filter(parameter -> parameter.isAnnotationPresent(RequestBody.class))
                    .<Class<?>>map(Parameter::getType)
                    .findFirst();
        }

        /** Names in the query, also of those that come as one record. */
        List<String> query() {
            return parameters()
                    .flatMap(parameter -> {
                        RequestParam one = parameter.getAnnotation(RequestParam.class);
                        boolean isMany = one == null
                                && parameter.getType().isRecord()
                                && !parameter.isAnnotationPresent(RequestBody.class);
                        return isMany
                                ? names(parameter.getType())
                                : Stream.ofNullable(one)
                                        .map(named -> named.name().isEmpty() ? named.value() : named.name());
                    })
                    .toList();
        }

        private Stream<Parameter> parameters() {
            return Arrays.stream(handler.getMethod().getParameters());
        }

        private static Stream<String> names(Class<?> record) {
            return Arrays.stream(record.getRecordComponents()).map(RecordComponent::getName);
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../../../../../etc/passwd",
                "..\\..\\..\\etc\\passwd",
                "....//....//etc/passwd",
                "%2e%2e%2f%2e%2e%2fetc%2fpasswd",
                "/etc/passwd",
                "file:///etc/passwd",
                "..",
                ".plimsoll/metadata.db",
                "a\u0000.json",
                "' or 1=1 --",
                "${jndi:ldap://localhost/x}",
                "#{T(java.lang.Runtime)}",
                "<script>alert(1)</script>",
                "a\r\nSet-Cookie: plimsoll_session=x"
            })
    void nothingInAnyTextLeadsOutOfTheWorkspace(String text) throws IOException {
        List<Path> before = files();

        for (Route route : routes()) {
            for (Asking attack : attacks(route, text)) {
                Answer answer = attack.answer();
                assertThat(answer.status()).as("%s: %s", route, answer.body()).isLessThan(500);
                assertThat(answer.body())
                        .as("%s", route)
                        .doesNotContain("root:", "SQLite format", folder.toString(), "Exception", "\tat ");
                assertThat(answer.setCookie("plimsoll_session")).as("%s", route).doesNotContain("=x");
            }
        }
        assertThat(files()).as("files beside the workspace").isEqualTo(before);
    }

    @Test
    void noBodyTakesWhatItIsNotAskedFor() {
        List<Route> taking =
                routes().stream().filter(route -> route.body().isPresent()).toList();

        assertThat(taking).hasSizeGreaterThan(10);
        for (Route route : taking) {
            for (String field : List.of("id", "actor", "admin", "state", "promoted_by", "created", "__proto__")) {
                Map<String, Object> body = body(route.body().orElseThrow(), "text");
                body.put(field, field);
                Answer answer =
                        asked(route, filled(route.path(), "r-none"), body).answer();
                assertThat(answer.status()).as("%s with %s", route, field).isEqualTo(400);
                assertThat(answer.text("/errors/0/pointer")).isEqualTo("/" + field);
            }
        }
    }

    /** With it in the path; in each parameter of the query and the headers; in each field of the body. */
    private static List<Asking> attacks(Route route, String text) {
        String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
        String plain = filled(route.path(), "r-none");
        String query = route.query().stream().map(name -> name + "=" + encoded).collect(Collectors.joining("&"));
        List<Asking> attacks = new ArrayList<>();
        attacks.add(asked(route, filled(route.path(), encoded), null));
        Asking asking = asked(route, plain + "?" + query, null);
        if (text.chars().allMatch(letter -> letter >= ' ')) {
            asking.with("If-Match", text).with("Last-Event-ID", text).with("X-Request-Id", text);
        }
        attacks.add(asking);
        attacks.add(asked(route, plain + "?=" + encoded, null));
        route.body().ifPresent(record -> attacks.add(asked(route, plain, body(record, text))));
        return attacks;
    }

    private static Asking asked(Route route, String path, @Nullable Map<String, Object> body) {
        String json = body == null ? null : MAPPER.writeValueAsString(body);
        return served.ask(route.method(), path, json).as(Role.ADMIN).once().with("Accept", "*/*");
    }

    private static String filled(String path, String value) {
        return path.replaceAll("\\{[a-z]+}", Matcher.quoteReplacement(value));
    }

    /** A body as it should be, with the text wherever it takes one. */
    private static Map<String, Object> body(Class<?> record, String text) {
        Map<String, Object> body = new LinkedHashMap<>();
        for (RecordComponent component : record.getRecordComponents()) {
            String name =
                    component.getName().replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
            body.put(name, value(component.getType(), text));
        }
        return body;
    }

    private static Object value(Class<?> type, String text) {
        if (type.isEnum()) {
            return String.valueOf(type.getEnumConstants()[0]);
        }
        if (type == Integer.class || type == int.class) {
            return 1;
        }
        if (type == Boolean.class || type == boolean.class) {
            return true;
        }
        if (List.class.isAssignableFrom(type)) {
            return List.of(text);
        }
        return Map.class.isAssignableFrom(type) ? Map.of(text, text) : text;
    }

    /** Beside what the server itself writes. */
    private static List<Path> files() throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> all = Files.walk(folder)) {
            all.filter(file -> !file.toString().contains(".plimsoll")).sorted().forEach(found::add);
        }
        return found;
    }

    private static List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        for (RequestMappingHandlerMapping mapping : served.server()
                .context()
                .getBeansOfType(RequestMappingHandlerMapping.class)
                .values()) {
            mapping.getHandlerMethods().forEach((info, handler) -> {
                for (String path : info.getPatternValues()) {
                    for (RequestMethod method : info.getMethodsCondition().getMethods()) {
                        routes.add(new Route(method.name(), path, handler));
                    }
                }
            });
        }
        assertThat(routes).hasSizeGreaterThan(40);
        return routes;
    }
}
