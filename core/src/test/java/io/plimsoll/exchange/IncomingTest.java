package io.plimsoll.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes in from elsewhere stays within bounds. */
class IncomingTest {
    private static final Incoming.Limits FEW = new Incoming.Limits(3, 1L << 20);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {"../a", "a/../../b", "/etc/a", "C:/a", "a\\..\\b", "a//b", ".hidden", "a/.b", "ä", "a b", "a:b"})
    void aNameThatNoModelHasIsRefused(String name) throws IOException {
        requireRefusal(zip(name), "it holds a name that leads out of its folder, or one that no model has");
    }

    @Test
    void aZipThatUnpacksToMoreThanItSaysIsNotReadToItsEnd() throws IOException {
        Path zip = folder.resolve("bomb.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("model.onnx"));
            out.write(new byte[8 << 20]);
            out.closeEntry();
        }
        assertThat(Files.size(zip)).isLessThan(1L << 16);

        requireRefusal(zip, "its files are larger than 1 MiB together");
    }

    @Test
    void tooManyFilesAreRefusedInAZipAndInAFolder() throws IOException {
        requireRefusal(zip("a", "b", "c", "d"), "it holds more than 3 files");
        Path many = Files.createDirectory(folder.resolve("many"));
        for (String name : new String[] {"a", "b", "c", "d"}) {
            Files.writeString(many.resolve(name), name);
        }
        requireRefusal(many, "it holds more than 3 files");
    }

    @Test
    void aLinkInAFolderIsRefused() throws IOException {
        Path linked = Files.createDirectory(folder.resolve("linked"));
        Files.createSymbolicLink(linked.resolve("a"), zip("x"));

        requireRefusal(linked, "it holds a link, or something else that is neither file nor folder");
    }

    @Test
    void whatLiesWithinBoundsIsReadAsItIs() throws IOException {
        assertThat(new Incoming(place(zip("a", "b/c")), FEW).read().keySet()).containsExactly("a", "b/c");
    }

    private void requireRefusal(Path path, String what) {
        assertThatThrownBy(() -> new Incoming(place(path), FEW).read())
                .hasMessage("error[IMPORT_REFUSED]: " + what + ", given");
    }

    private static Incoming.Place place(Path path) {
        return new Incoming.Place(path, "given");
    }

    private Path zip(String... names) throws IOException {
        Path zip = Files.createTempFile(folder, "in", ".zip");
        try (OutputStream bytes = Files.newOutputStream(zip);
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (String name : names) {
                out.putNextEntry(new ZipEntry(name));
                out.write(1);
                out.closeEntry();
            }
        }
        return zip;
    }
}
