package io.plimsoll.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Files that say what is expected; {@code -Dplimsoll.golden=write} writes them anew. */
public final class Golden {
    private static final Path RESOURCES = Path.of("src/test/resources/io/plimsoll/config");

    private Golden() {}

    /** The files of a folder of resources with this suffix, sorted. */
    static List<Path> files(String folder, String suffix) throws IOException {
        try (Stream<Path> files = Files.list(RESOURCES.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        }
    }

    static Path file(String name) {
        return RESOURCES.resolve(name);
    }

    /** The file beside another, with its suffix changed. */
    static Path beside(Path file, String suffix) {
        String name = file.getFileName().toString();
        return file.resolveSibling(name.substring(0, name.lastIndexOf('.')) + suffix);
    }

    public static void assertHolds(Path expected, String actual) throws IOException {
        if ("write".equals(System.getProperty("plimsoll.golden"))) {
            Files.createDirectories(expected.toAbsolutePath().getParent());
            Files.writeString(expected, actual);
        }
        assertThat(expected).as("write it with -Dplimsoll.golden=write").exists();
        assertThat(actual)
                .as("differs from %s; if that is right, write it with -Dplimsoll.golden=write", expected)
                .isEqualTo(Files.readString(expected, StandardCharsets.UTF_8));
    }
}
