package io.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.plimsoll.project.surroundings.Surroundings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.SplittableRandom;

/** Types command lines in a folder and reads what comes back. */
final class Terminal {
    private final Path directory;
    private final Map<String, String> environment;
    private final SplittableRandom random;

    Terminal(Path directory) {
        this(directory, Map.of());
    }

    Terminal(Path directory, Map<String, String> environment) {
        this(directory, environment, 7);
    }

    private Terminal(Path directory, Map<String, String> environment, long seed) {
        this.directory = directory;
        this.environment = environment;
        this.random = new SplittableRandom(seed);
    }

    /** For a project in which a terminal has been used already: another one gives its runs other names. */
    static Terminal later(Path directory, Map<String, String> environment) {
        return new Terminal(directory, environment, 8);
    }

    /** What a command line came to. */
    record Answer(int exit, String out, String err) {
        JsonNode json() {
            try {
                return new JsonMapper().readTree(out);
            } catch (IOException e) {
                throw new UncheckedIOException("not JSON: " + out, e);
            }
        }

        Answer exits(int expected) {
            assertThat(exit).as("exit code; err: %s", err).isEqualTo(expected);
            return this;
        }
    }

    /** The report of the newest run. */
    JsonNode newestRun() {
        String id =
                type("--json", "runs", "list").exits(0).json().at("/runs/0/run").asText();
        return type("--json", "runs", "show", id).exits(0).json().get("report");
    }

    Answer type(String... arguments) {
        return type(GivenSecrets.none(), arguments);
    }

    Answer type(GivenSecrets secrets, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Surroundings surroundings = new Surroundings(
                directory,
                environment,
                Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false,
                random,
                secrets);
        int exit = Plimsoll.run(surroundings, arguments);
        return new Answer(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
