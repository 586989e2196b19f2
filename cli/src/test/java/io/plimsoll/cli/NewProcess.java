package io.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Trains in a process of its own. */
final class NewProcess {
    private static final int MINUTES = 5;

    private NewProcess() {}

    /**
     * What {@code train lung --json} says in a project.
     *
     * @param options of the Java virtual machine
     */
    static JsonNode train(Path jdk, String options, Path project, Path table) throws IOException, InterruptedException {
        Path out = Files.createTempFile("out", ".json");
        Path err = Files.createTempFile("err", ".txt");
        List<String> command = new ArrayList<>(List.of(jdk.resolve("bin/java").toString()));
        command.addAll(Arrays.asList(options.split(" ")));
        command.addAll(List.of("-Xmx1g", "-cp", System.getProperty("java.class.path"), Plimsoll.class.getName()));
        command.addAll(List.of("--json", "train", "lung", "--data", "sites=" + table));
        ProcessBuilder builder = new ProcessBuilder(command).directory(project.toFile());
        builder.environment().put("OMP_WAIT_POLICY", "PASSIVE");
        Process process =
                builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        assertThat(process.waitFor(MINUTES, TimeUnit.MINUTES)).as("it ended").isTrue();
        assertThat(process.exitValue()).as(Files.readString(err)).isIn(0, 3);
        return new JsonMapper().readTree(out.toFile());
    }
}
