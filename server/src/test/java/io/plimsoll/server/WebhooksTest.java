package io.plimsoll.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.plimsoll.access.Role;
import io.plimsoll.server.Served.Answer;
import io.plimsoll.server.Served.Asking;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is told, said over HTTP. */
class WebhooksTest {
    private static final String WEBHOOKS = "/api/v1/webhooks";

    @TempDir
    private static Path folder;

    private static Served served;
    private static HttpServer receiver;
    private static final List<String> RECEIVED = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void serve() throws IOException {
        served = Served.idle(SampleProject.in(folder).saying("webhooks: {loopback: true}"));
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/in", exchange -> {
            RECEIVED.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        receiver.start();
    }

    @AfterAll
    static void end() {
        receiver.stop(0);
        served.close();
    }

    @Test
    void aReceiverIsAddedTestedAndRemoved() {
        Asking asking = admin(
                WEBHOOKS,
                "{\"url\": \"" + place("/in?key=private") + "\", \"on\": [\"registered\", \"crossed-the-line\"]}");
        Answer added = asking.answer();
        assertThat(added.status()).as(added.body()).isEqualTo(201);
        String secret = added.text("/secret");
        assertThat(secret).startsWith("whsec_");
        assertThat(added.header("Cache-Control")).contains("no-store");
        assertThat(asking.answer().text("/code")).isEqualTo("SHOWN_ONCE");

        String webhook = added.header("Location");
        Answer shown = served.get(webhook).as(Role.ADMIN).answer();
        assertThat(shown.body()).doesNotContain(secret, "private");
        assertThat(shown.json().at("/on").toString()).isEqualTo("[\"registered\",\"crossed-the-line\"]");
        Answer tested = served.ask("POST", webhook + "/test", null)
                .as(Role.ADMIN)
                .once()
                .answer();
        assertThat(tested.json().at("/arrived").asBoolean()).as(tested.body()).isTrue();
        assertThat(RECEIVED).anyMatch(message -> message.contains("webhook.test"));

        assertThat(admin(webhook + "/remove", "{}").answer().text("/errors/0/pointer"))
                .isEqualTo("/reason");
        assertThat(admin(webhook + "/remove", "{\"reason\": \"moved\"}")
                        .answer()
                        .status())
                .isEqualTo(204);
        assertThat(served.get(webhook).as(Role.ADMIN).answer().text("/code")).isEqualTo("UNKNOWN_WEBHOOK");
        assertThat(served.get(WEBHOOKS).as(Role.ADMIN).answer().json().at("/items"))
                .isEmpty();
        assertThat(served.see("/api/v1/audit/events").toString())
                .contains("moved")
                .doesNotContain("private", secret);
    }

    @Test
    void whatDoesNotArriveIsToldWithoutAnAddress() {
        Answer added = admin(WEBHOOKS, "{\"url\": \"http://127.0.0.1:1/\", \"on\": [\"refused\"]}")
                .answer();
        String webhook = added.header("Location");

        Answer tested = served.ask("POST", webhook + "/test", null)
                .as(Role.ADMIN)
                .once()
                .answer();

        assertThat(tested.status()).isEqualTo(200);
        assertThat(tested.json().at("/arrived").asBoolean()).isFalse();
        assertThat(tested.text("/trouble")).isNotBlank().doesNotContain("127.0.0.1", "Exception");
        assertThat(admin(webhook + "/remove", "{\"reason\": \"gone\"}").answer().status())
                .isEqualTo(204);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"on\": [\"refused\"]}                                              | 400 | BODY_INVALID | /url",
                "{\"url\": \"https://example.org/\"}                                  | 400 | BODY_INVALID | /on",
                "{\"url\": \"https://example.org/\", \"on\": []}                      | 400 | BODY_INVALID | /on",
                "{\"url\": \"https://example.org/\", \"on\": [\"refused\", \"all\"]}  | 400 | BODY_INVALID | /on/1",
                "{\"url\": \"https://example.org/\", \"on\": [null]}                  | 400 | BODY_INVALID | /on/0",
                "{\"url\": \"file:///etc/passwd\", \"on\": [\"refused\"]}             | 422 | URL_REFUSED | none",
                "{\"url\": \"http://169.254.169.254/latest\", \"on\": [\"refused\"]}  | 422 | URL_REFUSED | none",
                "{\"url\": \"https://10.0.0.1/\", \"on\": [\"refused\"]}              | 422 | URL_REFUSED | none",
                "{\"url\": \"https://[::ffff:10.0.0.1]/\", \"on\": [\"refused\"]}     | 422 | URL_REFUSED | none",
                "{\"url\": \"https://a:b@example.org/\", \"on\": [\"refused\"]}       | 422 | URL_REFUSED | none"
            })
    void whereNothingIsSentNothingIsAdded(String body, int status, String code, String pointer) {
        Answer answer = admin(WEBHOOKS, body).answer();

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.text("/code")).isEqualTo(code);
        if (!pointer.equals("none")) {
            assertThat(answer.text("/errors/0/pointer")).isEqualTo(pointer);
        }
    }

    private static Asking admin(String path, String body) {
        return served.post(path, body).as(Role.ADMIN).once();
    }

    private static String place(String path) {
        return "http://127.0.0.1:" + receiver.getAddress().getPort() + path;
    }
}
