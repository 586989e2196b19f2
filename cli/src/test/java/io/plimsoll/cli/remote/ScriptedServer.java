package io.plimsoll.cli.remote;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server that answers as it was told, one request after another, and notes what it was asked. */
final class ScriptedServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Deque<Act> acts;
    private final List<Asked> asked = Collections.synchronizedList(new ArrayList<>());

    /** What it does with a request. */
    interface Act {
        void on(HttpExchange exchange) throws IOException;
    }

    record Asked(String method, String path, String authorization, String key, String lastEvent, String body) {}

    ScriptedServer(Act... acts) throws IOException {
        this.acts = new ArrayDeque<>(List.of(acts));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    static Act answers(int status, String body) {
        return exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        };
    }

    static Act redirects(String to) {
        return exchange -> {
            exchange.getResponseHeaders().set("Location", to);
            exchange.sendResponseHeaders(307, -1);
            exchange.close();
        };
    }

    /** The connection is gone before there is an answer. */
    static Act breaksOff() {
        return HttpExchange::close;
    }

    /** A stream that ends without saying that it is at its end. */
    static Act streams(String events) {
        return exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(events.getBytes(StandardCharsets.UTF_8));
            exchange.close();
        };
    }

    /** A stream of which nothing comes any more, although it is open. */
    static Act goesSilent(String events) {
        return exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(events.getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
        };
    }

    private void handle(HttpExchange exchange) throws IOException {
        asked.add(new Asked(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                header(exchange, "Authorization"),
                header(exchange, "Idempotency-Key"),
                header(exchange, "Last-Event-ID"),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        Act act = acts.size() > 1 ? acts.removeFirst() : acts.getFirst();
        act.on(exchange);
    }

    private static String header(HttpExchange exchange, String name) {
        String value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? "" : value;
    }

    List<Asked> asked() {
        return List.copyOf(asked);
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** A client that waits for hardly anything. */
    ServerClient client() {
        Patience hasty = new Patience(
                List.of(Duration.ofMillis(1), Duration.ofMillis(1)),
                List.of(Duration.ofMillis(1), Duration.ofMillis(1), Duration.ofMillis(1)),
                Duration.ofSeconds(20),
                Duration.ofSeconds(20),
                Duration.ofSeconds(20),
                Duration.ofMillis(500));
        return new ServerClient(new ServerAddress(URI.create(address())), "the-token", hasty);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
