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
import java.util.stream.Stream;

/** Command lines in a process of their own. */
final class NewProcess {
    private static final int MINUTES = 5;

    private NewProcess() {}

    /**
     * What {@code train lung --json} says in a project.
     *
     * @param options of the Java virtual machine
     */
    static JsonNode train(Path jdk, String options, Path project, Path table) throws IOException, InterruptedException {
        return type(jdk, options, project, "train", "lung", "--data", "sites=" + table);
    }

    /**
     * What a command line says with {@code --json} in a folder, where it comes to an answer.
     *
     * @param options of the Java virtual machine
     */
    static JsonNode type(Path jdk, String options, Path folder, String... arguments)
            throws IOException, InterruptedException {
        Path out = Files.createTempFile("out", ".json");
        Path err = Files.createTempFile("err", ".txt");
        List<String> command = new ArrayList<>(List.of(jdk.resolve("bin/java").toString()));
        command.addAll(Arrays.asList(options.split(" ")));
        command.addAll(List.of("-Xmx1g", "-cp", System.getProperty("java.class.path"), Plimsoll.class.getName()));
        command.add("--json");
        command.addAll(Arrays.asList(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().put("OMP_WAIT_POLICY", "PASSIVE");
        Process process =
                builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        assertThat(process.waitFor(MINUTES, TimeUnit.MINUTES)).as("it ended").isTrue();
        assertThat(process.exitValue()).as(Files.readString(err)).isIn(0, 3);
        return new JsonMapper().readTree(out.toFile());
    }

    /** The JDK that this is, and every other one of this machine that Plimsoll runs on. */
    static List<Path> jdks() throws IOException {
        Path here = Path.of(System.getProperty("java.home"));
        Path all = Path.of("/usr/lib/jvm");
        List<Path> found = new ArrayList<>(List.of(here));
        if (Files.isDirectory(all)) {
            try (Stream<Path> folders = Files.list(all)) {
                folders.filter(folder -> !Files.isSymbolicLink(folder) && isSuitable(folder))
                        .filter(folder -> !folder.equals(here))
                        .sorted()
                        .forEach(found::add);
            }
        }
        return found;
    }

    private static boolean isSuitable(Path jdk) {
        try {
            return Files.isExecutable(jdk.resolve("bin/java"))
                    && Files.readString(jdk.resolve("release"))
                            .matches("(?s).*JAVA_VERSION=\"(1[7-9]|[2-9][0-9])\\b.*");
        } catch (IOException e) {
            return false;
        }
    }
}
