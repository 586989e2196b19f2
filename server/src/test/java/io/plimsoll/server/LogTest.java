package io.plimsoll.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.access.Role;
import io.plimsoll.server.Served.Answer;
import io.plimsoll.server.log.ServerLog;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the server writes down. */
class LogTest {
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @AfterEach
    void beQuiet() {
        Logger root = Logger.getLogger("");
        for (Handler handler : root.getHandlers()) {
            root.removeHandler(handler);
        }
        root.setLevel(Level.OFF);
        Logger.getLogger("plimsoll").setLevel(null);
    }

    @Test
    void everyRequestIsALineUnderItsIdWithoutWhatTheClientWrote() {
        ServerLog.to(log);
        try (Served served = Served.idle(SampleProject.in(folder))) {
            String secret = served.token("leaver", Role.VIEWER);
            Answer named = served.get("/api/v1/runs/r-secret-name")
                    .bearing(secret)
                    .with("X-Request-Id", "mine-1")
                    .answer();
            Answer unnamed = served.get("/api/v1/runs?after=secret-value")
                    .with("X-Request-Id", "no id at all")
                    .answer();

            assertThat(named.header("X-Request-Id")).isEqualTo("mine-1");
            assertThat(unnamed.header("X-Request-Id")).matches("[0-9a-f]{16}");
            assertThat(about("mine-1"))
                    .singleElement()
                    .satisfies(line -> assertThat(line.at("/message").asString())
                            .matches("GET /api/v1/runs/\\{run} 404 \\d+ ms by leaver"));
            assertThat(about(unnamed.header("X-Request-Id")).stream()
                            .map(line -> line.at("/logger").asString()))
                    .containsExactly("plimsoll.refused", "plimsoll.request");
            served.post("/api/v1/tokens", "{\"name\": \"more\", \"role\": \"ADMIN\"}")
                    .bearing(secret)
                    .once()
                    .with("X-Request-Id", "mine-2")
                    .answer();
            assertThat(about("mine-2").get(0).at("/message").asString())
                    .isEqualTo("POST FORBIDDEN refused with 403 to leaver at 127.0.0.1");
            assertThat(text()).doesNotContain(secret, "secret-name", "secret-value");
        }
    }

    @Test
    void anEventIsOneLineWhateverItContains() {
        ServerLog.to(log);

        LoggerFactory.getLogger("plimsoll.test")
                .error("one\ntwo \"three\" \u2028 four", new IllegalStateException("a\nb"));

        assertThat(text().lines()).hasSize(1);
        JsonNode line = new JsonMapper().readTree(text());
        assertThat(line.at("/message").asString()).contains("one\ntwo");
        assertThat(line.at("/error").asString()).contains("IllegalStateException");
        assertThat(line.at("/level").asString()).isEqualTo("SEVERE");
    }

    private List<JsonNode> about(String request) {
        JsonMapper mapper = new JsonMapper();
        return text().lines()
                .map(mapper::readTree)
                .filter(line -> line.at("/request").asString("").equals(request))
                .toList();
    }

    private String text() {
        return log.toString(StandardCharsets.UTF_8);
    }
}
