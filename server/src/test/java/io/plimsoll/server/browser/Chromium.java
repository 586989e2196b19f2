package io.plimsoll.server.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** A headless Chromium with a profile of its own. Each of its people has tabs with cookies of their own. */
public final class Chromium implements AutoCloseable {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final long PATIENCE_MILLIS = 30_000;

    private final Process process;
    private final Connection browser;
    private final HttpClient http;

    private Chromium(Process process, Connection browser, HttpClient http) {
        this.process = process;
        this.browser = browser;
        this.http = http;
    }

    /** The program, where it is installed. */
    public static Optional<Path> installed() {
        String path = System.getenv().getOrDefault("PATH", "");
        return Stream.of(path.split(":", -1))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder).resolve(name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** @param profile an empty folder */
    public static Chromium start(Path program, Path profile) {
        try {
            Process process = new ProcessBuilder(
                            program.toString(),
                            "--headless=new",
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-dev-shm-usage",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync",
                            "--no-first-run",
                            "--hide-scrollbars",
                            "--force-color-profile=srgb",
                            "--remote-debugging-port=0",
                            "--user-data-dir=" + profile,
                            "about:blank")
                    .redirectErrorStream(true)
                    .redirectOutput(profile.resolveSibling("chromium.log").toFile())
                    .start();
            HttpClient http = HttpClient.newBuilder()
                    .connectTimeout(Duration.ofMillis(PATIENCE_MILLIS))
                    .build();
            List<String> port = portOf(process, profile.resolve("DevToolsActivePort"));
            Connection browser = Connection.open(http, URI.create("ws://127.0.0.1:" + port.get(0) + port.get(1)));
            return new Chromium(process, browser, http);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** It writes down where it listens: the port, and the path of the browser itself. */
    private static List<String> portOf(Process process, Path file) throws IOException {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
        while (System.nanoTime() < deadline && process.isAlive()) {
            if (Files.exists(file)) {
                List<String> lines = Files.readAllLines(file);
                if (lines.size() == 2) {
                    return lines;
                }
            }
            Waiting.aMoment();
        }
        process.destroyForcibly();
        throw new AssertionError("Chromium did not start");
    }

    /** A tab of somebody who has no cookie yet. */
    public Tab tab() {
        String person = browser.call("Target.createBrowserContext", "{}")
                .at("/browserContextId")
                .asString();
        String target = browser.call(
                        "Target.createTarget", "{\"url\":\"about:blank\",\"browserContextId\":\"" + person + "\"}")
                .at("/targetId")
                .asString();
        URI place =
                URI.create(browser.place().resolve("/devtools/page/" + target).toString());
        return new Tab(Connection.open(http, place));
    }

    /** The version of the protocol's other side, for the log of a test. */
    public String version() throws IOException, InterruptedException {
        URI place = URI.create("http://" + browser.place().getAuthority() + "/json/version");
        String answer = http.send(HttpRequest.newBuilder(place).build(), BodyHandlers.ofString())
                .body();
        return new JsonMapper().readTree(answer).at("/Browser").asString();
    }

    @Override
    public void close() {
        browser.close();
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
