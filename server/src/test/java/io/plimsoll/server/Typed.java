package io.plimsoll.server;

import io.plimsoll.cli.Plimsoll;
import io.plimsoll.project.surroundings.Surroundings;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a command line came to. */
record Typed(int exit, String out, String err) {
    /**
     * Where somebody types.
     *
     * @param options before each command
     */
    record Prompt(Path folder, Map<String, String> environment, List<String> options) {
        /** In the project's own folder. */
        static Prompt here(SampleProject project) {
            return new Prompt(project.folder(), Map.of("USER", "tester"), List.of());
        }

        /** In a folder where there is no project. */
        static Prompt at(String server, Path folder, String token) {
            return new Prompt(folder, Map.of("USER", "somebody", "PLIMSOLL_TOKEN", token), List.of("-w", server));
        }

        Typed type(String... command) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            List<String> arguments = new ArrayList<>(options);
            arguments.addAll(Arrays.asList(command));
            Surroundings surroundings = new Surroundings(
                    folder,
                    environment,
                    Clock.systemUTC(),
                    new PrintStream(out, true, StandardCharsets.UTF_8),
                    new PrintStream(err, true, StandardCharsets.UTF_8),
                    false,
                    new SplittableRandom(System.nanoTime()),
                    new SampleProject.Nobody());
            int exit = Plimsoll.run(surroundings, arguments.toArray(String[]::new));
            return new Typed(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        }
    }

    Typed exits(int expected) {
        if (exit != expected) {
            throw new AssertionError("exit code " + exit + ", and not " + expected + ": " + out + err);
        }
        return this;
    }

    JsonNode json() {
        return new JsonMapper().readTree(out);
    }
}
