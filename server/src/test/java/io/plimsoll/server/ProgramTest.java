package io.plimsoll.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The program in a process of its own. */
class ProgramTest {
    private static final int TERMINATED = 143;

    @TempDir
    private Path folder;

    private SampleProject project;
    private Path log;

    @BeforeEach
    void make() {
        project = SampleProject.in(folder);
        log = folder.resolve("log.txt");
    }

    @Test
    void itSaysWhereItServesAndEndsWhenItIsTold() throws IOException, InterruptedException {
        Process process = start("--port", "0");
        try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
            String first = said.readLine();
            String second = said.readLine();
            assertThat(first).matches("Plimsoll serves at http://127\\.0\\.0\\.1:\\d+; Ctrl-C ends it");
            assertThat(second).matches("To come in, open this once: http://127\\.0\\.0\\.1:\\d+/enter#[\\w-]{43}");
            String address = first.replaceAll(".* at (.*);.*", "$1");
            HttpRequest ready = HttpRequest.newBuilder(URI.create(address + "/health/ready"))
                    .build();
            assertThat(HttpClient.newHttpClient()
                            .send(ready, BodyHandlers.ofString())
                            .body())
                    .isEqualTo("{\"status\":\"UP\"}");
        } finally {
            process.destroy();
        }

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(TERMINATED);
        List<String> lines = Files.readAllLines(log);
        assertThat(lines).isNotEmpty();
        lines.forEach(line ->
                assertThat(new JsonMapper().readTree(line).has("time")).as(line).isTrue());
    }

    @Test
    void whereOthersWouldReachItAndNobodyCanSignInItDoesNotStart() throws IOException, InterruptedException {
        Process process = start("--host", "0.0.0.0", "--port", "0");

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(2);
        assertThat(Files.readString(log)).startsWith("error[NOT_ALLOWED]: ").contains("\nhelp: make a token");
    }

    private Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                PlimsollServer.class.getName(),
                "-p",
                project.folder().toString(),
                "serve"));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectError(log.toFile()).start();
    }
}
