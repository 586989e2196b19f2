package io.plimsoll.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.access.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every route that there is, asked for by everybody. What comes out is held against a file, so that no route is made without a thought of who may use it. */
class RoutesTest {
    private static final Path MATRIX = Path.of("src/test/resources/io/plimsoll/server/routes.txt");
    private static final String HEADER =
            "# Who may use which route: nobody known, viewer, submitter, approver, admin. Written with -Dplimsoll.golden=write.\n";
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;

    @TempDir
    private static Path folder;

    private static Served served;

    @BeforeAll
    static void serve() {
        served = Served.idle(SampleProject.published(folder));
    }

    @AfterAll
    static void end() {
        served.close();
    }

    /** A route as requests name it. */
    private record Route(String method, String path, MediaType body, MediaType answer) {
        /** With names of things that there are not. */
        String filled() {
            return path.replaceAll("\\{[a-z]+}", "r-none");
        }

        boolean isChange() {
            return !method.equals("GET");
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    @Test
    void everyRouteLetsThroughWhomTheFileNames() throws IOException {
        String found =
                HEADER + routes().stream().map(RoutesTest::line).sorted().collect(Collectors.joining("\n", "", "\n"));

        if ("write".equals(System.getProperty("plimsoll.golden"))) {
            Files.createDirectories(Objects.requireNonNull(MATRIX.getParent()));
            Files.writeString(MATRIX, found);
        }
        assertThat(found).isEqualTo(Files.readString(MATRIX));
    }

    @Test
    void aRouteThatIsNotThereIsToldToThoseWhoAreKnownOnly() {
        assertThat(served.get("/api/v1/none").answer().status()).isEqualTo(UNAUTHORIZED);
        assertThat(served.get("/api/v1/none").as(Role.VIEWER).answer().status()).isEqualTo(404);
        assertThat(served.ask("PUT", "/api/v1/runs", "{}").answer().status()).isEqualTo(UNAUTHORIZED);
        assertThat(served.ask("PUT", "/api/v1/runs", "{}")
                        .as(Role.ADMIN)
                        .once()
                        .answer()
                        .status())
                .isEqualTo(405);
    }

    private static Set<Route> routesOf(RequestMappingInfo info) {
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        MediaType answer = info.getProducesCondition().getProducibleMediaTypes().stream()
                .findFirst()
                .orElse(MediaType.ALL);
        MediaType body = info.getConsumesCondition().getConsumableMediaTypes().stream()
                .findFirst()
                .orElse(MediaType.APPLICATION_JSON);
        return info.getPatternValues().stream()
                .flatMap(path -> methods.stream().map(method -> new Route(method.name(), path, body, answer)))
                .collect(Collectors.toSet());
    }

    static List<RequestMappingHandlerMapping> mappings() {
        return served.server().context().getBeansOfType(RequestMappingHandlerMapping.class).values().stream()
                .toList();
    }

    private static List<Route> routes() {
        Stream<Map.Entry<RequestMappingInfo, HandlerMethod>> all =
                mappings().stream().flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream());
        List<Route> routes = all.flatMap(entry -> {
                    assertThat(entry.getKey().getMethodsCondition().getMethods())
                            .as("methods of %s", entry.getValue())
                            .isNotEmpty();
                    return routesOf(entry.getKey()).stream();
                })
                .toList();
        assertThat(new TreeSet<>(routes.stream().map(Route::toString).toList())).hasSizeGreaterThan(20);
        return routes;
    }

    private static String line(Route route) {
        StringBuilder line = new StringBuilder(String.format("%-68s", route));
        line.append(verdict(route, null));
        for (Role role : Role.values()) {
            line.append(' ').append(verdict(route, role));
        }
        return line.toString();
    }

    private static String verdict(Route route, @Nullable Role role) {
        Served.Asking asking = served.ask(route.method(), route.filled(), route.isChange() ? "{}" : null);
        asking.with("Accept", route.answer().toString());
        if (role != null) {
            asking.as(role);
        }
        if (route.isChange()) {
            asking.with("Content-Type", route.body().toString()).once();
        }
        int status = asking.answer().status();
        assertThat(status).as("%s as %s", route, role).isLessThan(500);
        if (role == null) {
            assertThat(status).as("%s as nobody", route).isNotEqualTo(FORBIDDEN);
        }
        return status == UNAUTHORIZED || status == FORBIDDEN ? "no " : "yes";
    }
}
