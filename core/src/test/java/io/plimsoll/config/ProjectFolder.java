package io.plimsoll.config;

import io.plimsoll.fault.Fault;
import io.plimsoll.fault.PlimsollException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** A project in a temporary folder. */
record ProjectFolder(Path dir) {
    ProjectFolder indication(String name, String yaml) {
        return indication(name, yaml.getBytes(StandardCharsets.UTF_8));
    }

    ProjectFolder indication(String name, byte[] yaml) {
        return file("indications/" + name + ".yml", yaml);
    }

    ProjectFolder project(String yaml) {
        return file("plimsoll.yml", yaml.getBytes(StandardCharsets.UTF_8));
    }

    ProjectFolder file(String name, byte[] content) {
        try {
            Path file = dir.resolve(name);
            Files.createDirectories(file.getParent());
            Files.write(file, content);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    IndicationConfig load(String indication) {
        return load(indication, Overrides.none());
    }

    IndicationConfig load(String indication, Overrides overrides) {
        return new ConfigLoader(SampleTrainers.ALL).load(dir, indication, overrides);
    }

    /** What is said about a load that fails: two lines for each fault. */
    static String faultsOf(Runnable load) {
        try {
            load.run();
            return "no fault\n";
        } catch (PlimsollException e) {
            return e.faults().stream().map(ProjectFolder::lines).collect(Collectors.joining());
        }
    }

    private static String lines(Fault fault) {
        return fault.line() + "\n" + fault.advice() + "\n";
    }
}
