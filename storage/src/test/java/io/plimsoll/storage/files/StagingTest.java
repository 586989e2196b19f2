package io.plimsoll.storage.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.contracts.Samples;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StagingTest {
    private static final Clock CLOCK = Clock.fixed(Samples.NOW, ZoneOffset.UTC);

    @TempDir
    private Path root;

    @Test
    void removesWhatCrashedProcessesLeftADayAgo() throws IOException {
        Path old = leftover("1-old", Duration.ofHours(25));
        Path young = leftover("1-young", Duration.ofHours(23));

        try (Staging staging = new Staging(root, CLOCK)) {
            assertThat(staging.folder()).isEmptyDirectory();
        }

        assertThat(old).doesNotExist();
        assertThat(young.resolve("1/model.onnx")).hasContent("x");
    }

    @Test
    void leavesAloneWhatALivingProcessUses() throws IOException {
        Path old = leftover("1-alive", Duration.ofDays(9));
        try (FileChannel channel =
                        FileChannel.open(old.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = channel.lock();
                Staging staging = new Staging(root, CLOCK)) {
            assertThat(held.isValid()).isTrue();
            Files.setLastModifiedTime(old, FileTime.from(Samples.NOW.minus(Duration.ofDays(9))));
            staging.folder();
        }

        assertThat(old.resolve("1/model.onnx")).exists();
    }

    @Test
    void keepsTheFoldersOfTwoStoresOfOneProcessApart() throws IOException {
        try (Staging one = new Staging(root, CLOCK);
                Staging other = new Staging(root, CLOCK)) {
            Path first = one.folder();
            Files.setLastModifiedTime(first.getParent(), FileTime.from(Samples.NOW.minus(Duration.ofDays(9))));

            assertThat(other.folder()).isNotEqualTo(first);
            assertThat(first).exists();
        }
        assertThat(root).isEmptyDirectory();
    }

    private Path leftover(String name, Duration age) throws IOException {
        Path folder = root.resolve(name);
        Files.createDirectories(folder.resolve("1"));
        Files.writeString(folder.resolve("1/model.onnx"), "x");
        Files.createFile(folder.resolve("lock"));
        Files.setLastModifiedTime(folder, FileTime.from(Samples.NOW.minus(age)));
        return folder;
    }
}
