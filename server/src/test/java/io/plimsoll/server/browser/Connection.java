package io.plimsoll.server.browser;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls and events over a WebSocket.
 *
 * <p><b>Source</b>: the Chrome DevTools Protocol, https://chromedevtools.github.io/devtools-protocol/.
 */
final class Connection implements WebSocket.Listener, AutoCloseable {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final long PATIENCE_SECONDS = 60;

    private final URI place;
    private final AtomicInteger calls = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
    private final List<JsonNode> events = new CopyOnWriteArrayList<>();
    private final StringBuilder part = new StringBuilder();
    private @Nullable WebSocket socket;

    private Connection(URI place) {
        this.place = place;
    }

    static Connection open(HttpClient http, URI place) {
        Connection connection = new Connection(place);
        connection.socket =
                http.newWebSocketBuilder().buildAsync(place, connection).join();
        return connection;
    }

    URI place() {
        return place;
    }

    /**
     * Waits for the answer.
     *
     * @param parameters as JSON
     */
    JsonNode call(String method, String parameters) {
        int id = calls.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        waiting.put(id, answer);
        if (socket == null) {
            throw new IllegalStateException("not open yet");
        }
        socket.sendText("{\"id\":" + id + ",\"method\":\"" + method + "\",\"params\":" + parameters + "}", true)
                .join();
        try {
            JsonNode came = answer.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
            if (came.has("error")) {
                throw new AssertionError(method + ": " + came.at("/error/message"));
            }
            return came.at("/result");
        } catch (CompletionException e) {
            throw new AssertionError(method + " was not answered", e);
        }
    }

    /** Everything of a kind that was told so far. */
    List<JsonNode> told(String method) {
        return events.stream()
                .filter(event -> event.at("/method").asString().equals(method))
                .map(event -> event.at("/params"))
                .toList();
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        part.append(data);
        if (last) {
            JsonNode message = MAPPER.readTree(part.toString());
            part.setLength(0);
            CompletableFuture<JsonNode> answer =
                    waiting.remove(message.at("/id").asInt(0));
            if (answer == null) {
                events.add(message);
            } else {
                answer.complete(message);
            }
        }
        from.request(1);
        return null;
    }

    @Override
    public void close() {
        if (socket != null) {
            socket.abort();
        }
    }
}
