package io.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.canonical.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** The example of a plugin as its reader would build it: compiled against what Plimsoll ships, and put into a jar. */
final class ExamplePlugin {
    private static final Path EXAMPLE = Path.of("../examples/plugin/src/main").toAbsolutePath();
    private static final Path SOURCES = EXAMPLE.resolve("java/org/example");
    private static final String TRAINER = "StumpTrainer.java";

    private ExamplePlugin() {}

    /** Builds {@code plugins/stump.jar} below a project, and gives its hash. */
    static String build(Path project) {
        try {
            return build(project.resolve("plugins/stump.jar"), trainer());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The source text of its trainer. */
    static String trainer() throws IOException {
        return Files.readString(SOURCES.resolve(TRAINER));
    }

    /** A jar of the example with another source text of its trainer. */
    static String build(Path jar, String trainer) throws IOException {
        Path work = Files.createTempDirectory("plugin");
        Path file = work.resolve("org/example").resolve(TRAINER);
        Files.createDirectories(file.getParent());
        Files.writeString(file, trainer);
        Path classes = work.resolve("classes");
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int exit = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        OutputStream.nullOutputStream(),
                        said,
                        "--release",
                        "17",
                        "-proc:none",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-d",
                        classes.toString(),
                        file.toString(),
                        SOURCES.resolve("WithinTwofold.java").toString());
        assertThat(exit).as(said.toString(StandardCharsets.UTF_8)).isZero();
        Files.createDirectories(jar.getParent());
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            add(out, classes);
            add(out, EXAMPLE.resolve("resources"));
        }
        return Sha256.of(Files.readAllBytes(jar));
    }

    private static void add(JarOutputStream out, Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> found = Files.walk(folder)) {
            found.filter(Files::isRegularFile).sorted().forEach(files::add);
        }
        for (Path file : files) {
            JarEntry entry = new JarEntry(folder.relativize(file).toString());
            entry.setTime(0);
            out.putNextEntry(entry);
            Files.copy(file, out);
            out.closeEntry();
        }
    }
}
