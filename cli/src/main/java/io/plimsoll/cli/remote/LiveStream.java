package io.plimsoll.cli.remote;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.step.StepName;
import io.plimsoll.workspace.RunEvent;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * What happens to a run, as a server tells it (server-sent events). When the connection is lost, it begins anew behind the last event that has come, so that
 * nothing is missed and nothing told twice.
 *
 * <p><b>Source</b>: HTML Living Standard, section 9.2 "Server-sent events".
 */
final class LiveStream {
    private static final String GONE = "\u0000";
    private static final int OK = 200;
    private static final Duration ANSWER = Duration.ofSeconds(30);

    private final ServerClient client;
    private final String path;
    private final Consumer<RunEvent> each;
    private String last = "0";
    private boolean ended;

    LiveStream(ServerClient client, String path, Consumer<RunEvent> each) {
        this.client = client;
        this.path = path;
        this.each = each;
    }

    /** Tells every event until there are no more. Each sign of life begins the waiting for a lost server anew. */
    void toItsEnd() {
        int tried = 0;
        while (!ended) {
            String before = last;
            HttpRequest request = request();
            try {
                read(request);
            } catch (IOException e) {
                tried = last.equals(before) ? tried + 1 : 1;
                if (!client.patience().followsAgain(tried)) {
                    throw client.lost(request, e);
                }
            }
        }
    }

    private HttpRequest request() {
        return client.request(path)
                .header("Accept", "text/event-stream")
                .header("Last-Event-ID", last)
                .timeout(ANSWER)
                .GET()
                .build();
    }

    private void read(HttpRequest request) throws IOException {
        HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            if (response.statusCode() == OK) {
                tell(body);
                return;
            }
            PlimsollException refused = ServerFaults.of(response.statusCode(), body.readAllBytes());
            if (!ServerClient.isPassing(response.statusCode())) {
                throw refused;
            }
            throw new IOException(refused);
        }
    }

    /** Reads lines in a thread of their own, since a connection that nothing comes from any more does not say so. */
    private void tell(InputStream body) throws IOException {
        BlockingQueue<String> lines = new LinkedBlockingQueue<>();
        Thread reader = new Thread(() -> readLines(body, lines), "events");
        reader.setDaemon(true);
        reader.start();
        Message message = new Message();
        while (!ended) {
            String line = next(lines);
            if (line.equals(GONE)) {
                throw new IOException("the stream broke off");
            }
            if (!line.isEmpty()) {
                message.add(line);
            } else if (!message.data.isEmpty()) {
                tell(message);
                message = new Message();
            }
        }
    }

    private String next(BlockingQueue<String> lines) throws IOException {
        try {
            String line = lines.poll(client.patience().silence().toMillis(), TimeUnit.MILLISECONDS);
            if (line == null) {
                throw new IOException("nothing came for too long");
            }
            return line;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static void readLines(InputStream body, BlockingQueue<String> lines) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(line);
            }
        } catch (IOException e) {
            lines.add(GONE);
        }
        lines.add(GONE);
    }

    private void tell(Message message) {
        if (message.name.equals("end")) {
            ended = true;
            return;
        }
        each.accept(event(Fields.read(message.data.toString().getBytes(StandardCharsets.UTF_8))));
        last = message.id;
    }

    private static RunEvent event(Fields told) {
        SortedMap<String, Object> facts = new TreeMap<>();
        told.part("facts").object().properties().forEach(fact -> facts.put(fact.getKey(), value(fact.getValue())));
        return new RunEvent(
                told.time("at"), told.of(RunEvent.Kind.class, "kind"), told.ofOrNull(StepName.class, "step"), facts);
    }

    private static Object value(JsonNode value) {
        if (value.isNumber()) {
            return value.numberValue();
        }
        return value.isBoolean() ? value.booleanValue() : value.asText();
    }

    /** The lines of an event up to the empty one. */
    private static final class Message {
        private final StringBuilder data = new StringBuilder();
        private String id = "0";
        private String name = "";

        void add(String line) {
            int colon = line.indexOf(':');
            String field = colon < 0 ? line : line.substring(0, colon);
            String value = colon < 0 ? "" : line.substring(colon + 1);
            value = value.startsWith(" ") ? value.substring(1) : value;
            switch (field) {
                case "id" -> id = value;
                case "event" -> name = value;
                case "data" -> data.append(value);
                default -> {
                    // a comment, which only says that the server is still there
                }
            }
        }
    }
}
