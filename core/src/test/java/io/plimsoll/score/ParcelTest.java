package io.plimsoll.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.plimsoll.fault.PlimsollException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParcelTest {
    private static final Path FULL = Path.of("/dev/full");

    @TempDir
    private Path folder;

    @Test
    void filesAppearTogetherAndReplaceWhatWasThere() throws IOException {
        Files.writeString(folder.resolve("a"), "before");
        try (Parcel parcel = new Parcel("run", "a")) {
            parcel.add(folder.resolve("a"), file -> Files.writeString(file, "after"));
            parcel.add(folder.resolve("b"), file -> Files.writeString(file, "new"));
            assertThat(folder.resolve("a")).hasContent("before");
            assertThat(parcel.bytes(folder.resolve("b"))).isEqualTo(3);

            parcel.deliver();
        }
        assertThat(folder.resolve("a")).hasContent("after");
        assertThat(names()).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void aFullDiskLeavesEverythingAsItWas() throws IOException {
        assumeTrue(Files.exists(FULL), "skipped: this system has no /dev/full");
        Files.writeString(folder.resolve("a"), "before");
        try (Parcel parcel = new Parcel("run", "scores.csv")) {
            parcel.add(folder.resolve("a"), file -> Files.writeString(file, "after"));

            assertThatThrownBy(() -> parcel.add(folder.resolve("b"), file -> {
                        Files.writeString(file, "half");
                        Files.writeString(FULL, "the other half");
                    }))
                    .isInstanceOf(PlimsollException.class)
                    .hasMessageContaining("error[STORAGE]: the scores cannot be written")
                    .hasMessageContaining("scores.csv");
        }
        assertThat(folder.resolve("a")).hasContent("before");
        assertThat(names()).containsExactly("a");
    }

    @Test
    void aFolderIsNotReplaced() throws IOException {
        Files.createDirectory(folder.resolve("a"));
        try (Parcel parcel = new Parcel("run", "a")) {
            assertThatThrownBy(() -> parcel.add(folder.resolve("a"), file -> Files.writeString(file, "x")))
                    .isInstanceOf(PlimsollException.class);
        }
        assertThat(names()).containsExactly("a");
    }

    private Stream<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList().stream();
        }
    }
}
