package io.plimsoll.server;

import io.plimsoll.access.Access;
import io.plimsoll.access.NewToken;
import io.plimsoll.access.Role;
import io.plimsoll.canonical.Sha256;
import io.plimsoll.project.OpenProject;
import io.plimsoll.server.security.SecurityChain;
import io.plimsoll.workspace.SharedWorkspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server at a port that was free, with somebody of each role. */
final class Served implements AutoCloseable {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final SecurityChain.Terms GENEROUS =
            new SecurityChain.Terms(Set.of("localhost", "127.0.0.1", "[::1]"), 10_000, 10_000, Duration.ofSeconds(2));

    private final RunningServer server;
    private final Map<Role, String> tokens = new EnumMap<>(Role.class);
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    private Served(RunningServer server) {
        this.server = server;
        for (Role role : Role.values()) {
            tokens.put(role, token(name(role), role));
        }
    }

    /** Nothing is carried out. */
    static Served idle(SampleProject project, String... more) {
        return with(project, 0, GENEROUS, more);
    }

    static Served working(SampleProject project) {
        return with(project, 1, GENEROUS);
    }

    /** Tables up to a size are taken in. */
    static Served taking(SampleProject project, String size) {
        return with(project, 1, GENEROUS, "--largest-upload", size);
    }

    /** @param more options of the command line */
    static Served with(SampleProject project, int lanes, SecurityChain.Terms terms, String... more) {
        Stream<String> usual =
                Stream.of("-p", project.folder().toString(), "--port", "0", "--lanes", String.valueOf(lanes));
        ServerOptions options =
                ServerOptions.parse(Stream.concat(usual, Stream.of(more)).toArray(String[]::new));
        return new Served(RunningServer.start(options, project.surroundings(), terms));
    }

    /** What came back. */
    record Answer(HttpResponse<String> response) {
        int status() {
            return response.statusCode();
        }

        String body() {
            return response.body();
        }

        JsonNode json() {
            return MAPPER.readTree(response.body());
        }

        String text(String pointer) {
            return json().at(pointer).asString();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        /** What a browser was told to keep by this name, with all conditions; empty if nothing, or to forget it. */
        String setCookie(String name) {
            return response.headers().allValues("Set-Cookie").stream()
                    .filter(header -> header.startsWith(name + "=") && !header.startsWith(name + "=;"))
                    .findFirst()
                    .orElse("");
        }

        /** As a browser sends it. */
        String cookie(String name) {
            String header = setCookie(name);
            return header.substring(0, header.indexOf(';'));
        }
    }

    /** A request that is still being made. */
    final class Asking {
        private final HttpRequest.Builder request;

        /** With a body of its own. */
        private Asking(String path, BodyPublisher body) {
            this.request = HttpRequest.newBuilder(URI.create(server.address() + path))
                    .timeout(Duration.ofSeconds(60))
                    .POST(body);
        }

        private Asking(String method, String path, @Nullable String body) {
            this.request = HttpRequest.newBuilder(URI.create(server.address() + path))
                    .timeout(Duration.ofSeconds(60))
                    .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
            if (body != null) {
                request.header("Content-Type", "application/json");
            }
        }

        Asking as(Role role) {
            return bearing(Objects.requireNonNull(tokens.get(role)));
        }

        Asking bearing(String token) {
            return with("Authorization", "Bearer " + token);
        }

        Asking with(String header, String value) {
            request.setHeader(header, value);
            return this;
        }

        Asking once() {
            return with("Idempotency-Key", UUID.randomUUID().toString());
        }

        Answer answer() {
            return new Answer(send(BodyHandlers.ofString()));
        }

        <T> HttpResponse<T> send(HttpResponse.BodyHandler<T> handler) {
            try {
                return client.send(request.build(), handler);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }
    }

    Asking get(String path) {
        return new Asking("GET", path, null);
    }

    Asking post(String path, String body) {
        return new Asking("POST", path, body);
    }

    Asking post(String path, BodyPublisher body) {
        return new Asking(path, body);
    }

    Asking ask(String method, String path, @Nullable String body) {
        return new Asking(method, path, body);
    }

    /** As a viewer. */
    JsonNode see(String path) {
        Answer answer = get(path).as(Role.VIEWER).answer();
        if (answer.status() != 200) {
            throw new AssertionError(answer.status() + " " + answer.body());
        }
        return answer.json();
    }

    /** Sends a table, and gives its hash. */
    String sent(String table) {
        String sha256 = Sha256.of(table);
        Answer answer = post("/api/v1/uploads", BodyPublishers.ofString(table))
                .as(Role.SUBMITTER)
                .with("Content-Type", "text/csv")
                .with("Content-Digest", UploadsTest.digest(sha256))
                .answer();
        if (answer.status() != 201) {
            throw new AssertionError(answer.status() + " " + answer.body());
        }
        return sha256;
    }

    String token(String owner, Role role) {
        return access().tokens()
                .create(new NewToken("test", owner, role, null), "tester")
                .secret();
    }

    static String name(Role role) {
        return "the-" + role.name().toLowerCase(Locale.ROOT);
    }

    RunningServer server() {
        return server;
    }

    int port() {
        return URI.create(server.address()).getPort();
    }

    Access access() {
        return workspace().access();
    }

    SharedWorkspace workspace() {
        return server.context().getBean(OpenProject.class).workspace();
    }

    @Override
    public void close() {
        server.close();
    }
}
