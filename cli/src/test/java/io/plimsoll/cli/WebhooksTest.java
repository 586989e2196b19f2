package io.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpServer;
import io.plimsoll.cli.sample.SampleProject;
import io.plimsoll.contracts.Rounds;
import io.plimsoll.webhook.SigningSecret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A receiver on this machine is told what happens to models. */
class WebhooksTest {
    @TempDir
    private Path project;

    private final ConcurrentLinkedQueue<Got> got = new ConcurrentLinkedQueue<>();
    private Terminal ada;
    private HttpServer server;
    private volatile int status = 200;

    /** What the receiver was told. */
    private record Got(String id, String time, String signature, String body) {
        JsonNode json() throws IOException {
            return new JsonMapper().readTree(body);
        }
    }

    @BeforeAll
    static void takeLongOnce() {
        Rounds.onFirstJdkOnly();
    }

    @BeforeEach
    void makeAProjectAndListen() throws IOException {
        SampleProject.writeTo(project);
        Files.writeString(
                project.resolve("plimsoll.yml"),
                Files.readString(project.resolve("plimsoll.yml")) + "\nwebhooks: {loopback: true}\n");
        ada = new Terminal(project, Map.of("PLIMSOLL_ACTOR", "ada"));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            got.add(new Got(
                    exchange.getRequestHeaders().getFirst("webhook-id"),
                    exchange.getRequestHeaders().getFirst("webhook-timestamp"),
                    exchange.getRequestHeaders().getFirst("webhook-signature"),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
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
    void aReceiverLearnsOfRegistrationsAndRefusalsSigned() throws IOException {
        JsonNode added = add("registered,refused,promoted");
        ada.type("train", "lung", "--set", "models.ACTIVATION.settings.trees=20")
                .exits(0);
        Files.writeString(
                project.resolve("indications/lung.yml"),
                Files.readString(project.resolve("indications/lung.yml"))
                        .replaceFirst("at_least: 0.65", "at_least: 0.99"));
        ada.type("train", "lung", "--set", "models.ACTIVATION.settings.trees=21")
                .exits(3);
        assertThat(got).as("nothing is sent by who trains").isEmpty();
        assertThat(ada.type("webhooks", "list", "--json")
                        .exits(0)
                        .json()
                        .at("/webhooks/0/waiting")
                        .asInt())
                .isEqualTo(3);

        ada.type("worker", "--until-idle").exits(0);

        List<String> types = new ArrayList<>();
        for (Got one : got) {
            types.add(one.json().get("type").asText());
            assertThat(one.json().at("/data/model").asText()).isEqualTo("lung-activation");
            Instant sent = Instant.ofEpochSecond(Long.parseLong(one.time()));
            assertThat(one.signature())
                    .isEqualTo(SigningSecret.read(added.get("secret").asText()).signature(one.id(), sent, one.body()));
        }
        assertThat(types).containsExactlyInAnyOrder("model.registered", "model.promoted", "model.refused");
        assertThat(ada.type("webhooks").exits(0).out())
                .containsPattern("http://localhost:[0-9]+/… +registered, refused, promoted +0 +2026-11-23 12:00:00 +-");
        assertSound();
    }

    @Test
    void aTestSaysWhetherItArrives() throws IOException {
        String id = add("registered").get("id").asText();

        assertThat(ada.type("webhooks", "test", id).exits(0).out()).isEqualTo("arrived: the receiver answered 200\n");
        assertThat(got.remove().json().get("type").asText()).isEqualTo("webhook.test");
        status = 500;
        assertThat(ada.type("webhooks", "test", id).exits(3).out())
                .isEqualTo("did not arrive: the receiver answered 500\n");
        assertThat(ada.type("webhooks", "test", "000000000000").exits(2).err()).startsWith("error[UNKNOWN_WEBHOOK]");
    }

    @Test
    void oneIsRemovedForAReasonAndTheLogSaysSo() {
        String id = add("crossed-the-line").get("id").asText();

        ada.type("webhooks", "remove", id, "--reason", "moved").exits(0);

        assertThat(ada.type("webhooks").exits(0).out()).startsWith("no webhooks: ");
        assertThat(ada.type("audit", "list").exits(0).out())
                .contains("added the webhook " + id + ", which tells localhost of crossed-the-line")
                .contains("removed the webhook " + id + ": moved");
        assertSound();
    }

    @Test
    void whatIsNoReceiverIsRefused() throws IOException {
        for (String url : List.of(
                "http://192.168.1.1/",
                "https://10.0.0.1/in",
                "https://169.254.169.254/",
                "https://[::ffff:10.0.0.1]/",
                "file:///etc/passwd")) {
            assertThat(ada.type("webhooks", "add", url, "--on", "registered")
                            .exits(2)
                            .err())
                    .as(url)
                    .startsWith("error[URL_REFUSED]");
        }
        assertThat(ada.type("webhooks", "add", "https://localhost/", "--on", "lunch")
                        .exits(2)
                        .err())
                .startsWith("error[USAGE]: nothing is told on this occasion, --on")
                .contains("registered, refused, promoted, crossed-the-line");
        Path config = project.resolve("plimsoll.yml");
        Files.writeString(config, Files.readString(config).replace("webhooks: {loopback: true}", ""));
        assertThat(ada.type("webhooks", "add", "https://localhost/", "--on", "registered")
                        .exits(2)
                        .err())
                .startsWith("error[URL_REFUSED]: the host is on this machine")
                .contains("webhooks: {loopback: true} in plimsoll.yml");
        assertThat(ada.type("webhooks", "list", "--json").exits(0).json().get("webhooks"))
                .isEmpty();
    }

    private JsonNode add(String on) {
        String url = "http://localhost:" + server.getAddress().getPort() + "/in/secret";
        return ada.type("webhooks", "add", url, "--on", on, "--json").exits(0).json();
    }

    private void assertSound() {
        ada.type("doctor").exits(0);
        ada.type("audit", "verify").exits(0);
    }
}
