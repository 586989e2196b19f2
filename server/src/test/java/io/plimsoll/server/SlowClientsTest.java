package io.plimsoll.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.access.Role;
import io.plimsoll.contracts.Rounds;
import io.plimsoll.server.Served.Answer;
import io.plimsoll.server.Served.Asking;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Many who send slowly, or not at all, hold up nobody else (slow loris). The server has 64 threads. */
class SlowClientsTest {
    private static final String BODY =
            "POST /enter HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{";
    private static final Duration SOON = Duration.ofSeconds(4);

    @TempDir
    private static Path folder;

    private static Served served;

    @BeforeAll
    static void serve() {
        Rounds.onFirstJdkOnly();
        served = Served.idle(SampleProject.in(folder));
    }

    @AfterAll
    static void end() {
        if (served != null) {
            served.close();
        }
    }

    @Test
    @Timeout(60)
    void headersThatDoNotEndHoldNoThread() throws IOException {
        List<Socket> held = RawRequest.held(served.port(), 300, "GET /api/v1/runs HTTP/1.1\r\nHost: loc");

        assertAnswered(served.get("/api/v1/runs").as(Role.VIEWER), 200);
        close(held);
    }

    @Test
    @Timeout(60)
    void bodiesThatDoNotComeHoldFewThreadsAndTheOthersAreTurnedAway() throws IOException {
        List<Socket> held = RawRequest.held(served.port(), 100, BODY);
        Asking asking = served.post("/api/v1/tokens", "{}").as(Role.ADMIN).once();

        assertAnswered(served.get("/health/live"), 200);
        assertAnswered(served.get("/api/v1/runs").as(Role.VIEWER), 200);
        Answer busy = assertAnswered(asking, 503);
        assertThat(busy.text("/code")).isEqualTo("BUSY");
        assertThat(busy.header("Retry-After")).isEqualTo("1");

        close(held);
        assertThat(whenOver(() -> asking.answer().status())).isEqualTo(400);
    }

    @Test
    @Timeout(60)
    void whoeverDripsOnAfterARefusalIsLetGoOf() throws IOException {
        String tooLarge = BODY.replace("1000", "1048577");
        try (Socket socket = RawRequest.held(served.port(), 1, tooLarge).get(0)) {
            socket.setSoTimeout(Math.toIntExact(SOON.toMillis()));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 413").contains("BODY_TOO_LARGE");
        }
    }

    private static Answer assertAnswered(Asking asking, int status) {
        long began = System.nanoTime();
        Answer answer = asking.answer();
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(SOON);
        return answer;
    }

    /** As soon as it is another than that the server is busy. */
    private static int whenOver(IntSupplier status) {
        return IntStream.generate(status).filter(one -> one != 503).findFirst().orElseThrow();
    }

    private static void close(List<Socket> held) throws IOException {
        for (Socket socket : held) {
            socket.close();
        }
    }
}
