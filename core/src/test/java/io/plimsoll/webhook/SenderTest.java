package io.plimsoll.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Messages to real servers on this machine. */
class SenderTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_614_265_330);
    private static final SigningSecret SECRET = SigningSecret.read("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    private static final Message MESSAGE = new Message("msg_p5jXN8AQM9LWM0D4loKWxJek", "{\"test\": 2432232314}");

    private final BlockingQueue<Got> got = new LinkedBlockingQueue<>();
    private HttpServer server;
    private int status = 204;

    /** What a server was told. */
    private record Got(
            String method, String target, String id, String time, String signature, String type, String body) {
        static Got of(HttpExchange exchange) throws IOException {
            return new Got(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    exchange.getRequestHeaders().getFirst("webhook-id"),
                    exchange.getRequestHeaders().getFirst("webhook-timestamp"),
                    exchange.getRequestHeaders().getFirst("webhook-signature"),
                    exchange.getRequestHeaders().getFirst("Content-Type"),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            got.add(Got.of(exchange));
            exchange.getResponseHeaders().add("Location", "/elsewhere");
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void end() {
        server.stop(0);
    }

    @Test
    void aMessageArrivesSigned() throws Exception {
        assertThat(send("http://localhost:" + port() + "/in/secret?x=1")).isEqualTo(new Sender.Sent(204, ""));

        assertThat(got.poll(5, TimeUnit.SECONDS))
                .isEqualTo(new Got(
                        "POST",
                        "/in/secret?x=1",
                        MESSAGE.id(),
                        "1614265330",
                        "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
                        "application/json",
                        MESSAGE.body()));
    }

    @Test
    void whatIsNotTwoHundredAndSomethingHasNotArrived() {
        for (int other : List.of(301, 307, 400, 404, 410, 429, 500, 503)) {
            status = other;
            Sender.Sent sent = send("http://localhost:" + port() + "/");
            assertThat(sent).isEqualTo(new Sender.Sent(other, "the receiver answered " + other));
            assertThat(sent.hasArrived()).isFalse();
            assertThat(sent.isGone()).isEqualTo(other == 410);
        }
        assertThat(got)
                .as("nobody followed to elsewhere")
                .allMatch(one -> one.target().equals("/"));
    }

    /** The name means this machine when it is looked up, and would mean another one the next time. */
    @Test
    void aNameIsLookedUpOnce() {
        BlockingQueue<InetAddress> answers = new LinkedBlockingQueue<>(List.of(InetAddress.getLoopbackAddress()));
        Gate gate = new Gate(true, host -> {
            InetAddress answer = answers.poll();
            if (answer == null) {
                throw new UnknownHostException(host);
            }
            return List.of(answer);
        });

        assertThat(send(gate, "http://hooks.example.org:" + port() + "/").hasArrived())
                .isTrue();
        assertThat(send(gate, "http://hooks.example.org:" + port() + "/").trouble())
                .isEqualTo("the host has no address");
    }

    @Test
    void nothingIsSentToWhereTheGateIsShut() {
        Gate shut = new Gate(false, host -> List.of(InetAddress.getLoopbackAddress()));

        assertThat(send(shut, "https://hooks.example.org:" + port() + "/").trouble())
                .isEqualTo("the host is on this machine or in a network that is not anybody's");
        assertThat(send(shut, "http://hooks.example.org:" + port() + "/").trouble())
                .isEqualTo("only https is sent over a network");
        assertThat(got).isEmpty();
    }

    @Test
    void aReceiverWithoutEncryptionIsNotTrustedByHttps() {
        assertThat(send("https://localhost:" + port() + "/").trouble())
                .isIn("no encrypted connection that could be trusted", "no answer in 1 s");
        assertThat(got).isEmpty();
    }

    @Test
    void aReceiverThatIsNotThereOrSpeaksNoHttpIsTrouble() throws Exception {
        assertThat(send("http://localhost:" + closedPort() + "/").trouble())
                .isEqualTo("no connection, or no answer in HTTP");
        try (Answering garbage = new Answering("SSH-2.0-OpenSSH\r\n", false)) {
            assertThat(send("http://localhost:" + garbage.port() + "/").trouble())
                    .isEqualTo("no connection, or no answer in HTTP");
        }
        try (Answering endless = new Answering("x".repeat(100_000), false)) {
            assertThat(send("http://localhost:" + endless.port() + "/").trouble())
                    .isEqualTo("no connection, or no answer in HTTP");
        }
    }

    @Test
    void aReceiverThatDoesNotAnswerIsLeftInTime() throws Exception {
        try (Answering silent = new Answering("HTTP/1.1 2", true)) {
            assertThat(send("http://localhost:" + silent.port() + "/").trouble())
                    .isEqualTo("no answer in 1 s");
            assertThat(send("https://localhost:" + silent.port() + "/").trouble())
                    .isIn("no answer in 1 s", "no encrypted connection that could be trusted");
        }
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private int port() {
        return server.getAddress().getPort();
    }

    private static Sender.Sent send(String url) {
        return send(new Gate(true, host -> List.of(InetAddress.getAllByName(host))), url);
    }

    private static Sender.Sent send(Gate gate, String url) {
        try (Sender sender = new Sender(
                gate,
                () -> (SSLSocketFactory) SSLSocketFactory.getDefault(),
                Duration.ofSeconds(1),
                InstantSource.fixed(NOW))) {
            return sender.send(new Parcel("000000000000", WebhookUrl.of(url), SECRET, MESSAGE, 1));
        }
    }

    /** Says the same to everybody, and then ends or waits. */
    private static final class Answering implements AutoCloseable {
        private final ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());

        Answering(String words, boolean waits) throws IOException {
            Thread thread = new Thread(() -> answer(words, waits), "answering");
            thread.setDaemon(true);
            thread.start();
        }

        private void answer(String words, boolean waits) {
            while (!socket.isClosed()) {
                try (Socket line = socket.accept()) {
                    line.getOutputStream().write(words.getBytes(StandardCharsets.US_ASCII));
                    line.getOutputStream().flush();
                    while (waits && line.getInputStream().read() >= 0) {
                        // until the other side ends it
                    }
                } catch (IOException e) {
                    // the other side has ended it
                }
            }
        }

        int port() {
            return socket.getLocalPort();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
