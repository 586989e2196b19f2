package io.plimsoll.cli.sample;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * The texts of the sample project that are packed into Plimsoll, found by looking: an indication that is added to the
 * example needs no line of code.
 */
final class PackedTexts {
    private static final String ROOT = "project/";
    private static final String MARK = "plimsoll.yml";

    private PackedTexts() {}

    /** Paths below the project folder, with {@code /}, in alphabetical order. */
    static List<String> names() {
        try {
            URL mark = SampleProject.class.getResource(ROOT + MARK);
            if (mark == null) {
                throw missing(MARK);
            }
            URLConnection connection = mark.openConnection();
            return connection instanceof JarURLConnection jar
                    ? namesIn(jar)
                    : namesIn(Path.of(URI.create(mark.toString())).resolveSibling(""));
        } catch (IOException e) {
            throw new UncheckedIOException("Plimsoll's own files cannot be read", e);
        }
    }

    /** @throws FileNotFoundException when this build lacks the text */
    static InputStream open(String name) throws IOException {
        InputStream text = SampleProject.class.getResourceAsStream(ROOT + name);
        if (text == null) {
            throw missing(name);
        }
        return text;
    }

    private static List<String> namesIn(JarURLConnection mark) throws IOException {
        String root = mark.getEntryName().substring(0, mark.getEntryName().length() - MARK.length());
        mark.setUseCaches(false);
        try (JarFile jar = mark.getJarFile()) {
            return jar.stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(ZipEntry::getName)
                    .filter(name -> name.startsWith(root))
                    .map(name -> name.substring(root.length()))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> namesIn(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    private static FileNotFoundException missing(String name) {
        return new FileNotFoundException("this build of Plimsoll lacks its file " + ROOT + name);
    }
}
