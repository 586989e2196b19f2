package io.plimsoll.server;

import io.plimsoll.cli.Plimsoll;
import io.plimsoll.project.surroundings.SecretInput;
import io.plimsoll.project.surroundings.Surroundings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** The sample project in a folder of its own, and the command line in it. */
record SampleProject(Path folder) {
    private static final String TRAINING = "lung-activation-training";

    static SampleProject in(Path folder) {
        SampleProject project = new SampleProject(folder.resolve("project"));
        new SampleProject(folder).type("init", "project");
        return project;
    }

    /** With one training that takes submissions. */
    static SampleProject published(Path folder) {
        SampleProject project = in(folder);
        project.type("publish", "lung", "ACTIVATION");
        return project;
    }

    static String training() {
        return TRAINING;
    }

    SampleProject saying(String line) {
        try {
            Path file = folder.resolve("plimsoll.yml");
            Files.writeString(file, Files.readString(file) + line + "\n");
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void type(String... arguments) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int exit = Plimsoll.run(surroundings(said), arguments);
        if (exit != 0) {
            throw new AssertionError(said.toString(StandardCharsets.UTF_8));
        }
    }

    Surroundings surroundings() {
        return surroundings(new ByteArrayOutputStream());
    }

    private Surroundings surroundings(ByteArrayOutputStream said) {
        PrintStream stream = new PrintStream(said, true, StandardCharsets.UTF_8);
        return new Surroundings(
                folder,
                Map.of("USER", "tester"),
                Clock.systemUTC(),
                stream,
                stream,
                false,
                new SecureRandom(),
                new Nobody());
    }

    static final class Nobody implements SecretInput {
        @Override
        public boolean isPerson() {
            return false;
        }

        @Override
        public Optional<String> line(String prompt) {
            return Optional.empty();
        }
    }
}
