package io.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.plimsoll.artifact.ModelLoader;
import io.plimsoll.cli.sample.SampleProject;
import io.plimsoll.engine.EngineLimits;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.local.LocalEngine;
import io.plimsoll.storage.LocalWorkspace;
import io.plimsoll.upkeep.VersionCheck;
import io.plimsoll.workspace.ModelVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One flipped bit, in any file that belongs to a version, is found. */
class BitFlipTest {
    private static final int FLIPS = Boolean.getBoolean("plimsoll.full") ? 200 : 40;

    @TempDir
    Path project;

    @Test
    void everyFlippedBitIsFound() throws IOException {
        SampleProject.writeTo(project);
        new Terminal(project).type("train", "lung").exits(0);
        Path root = project.resolve(".plimsoll");
        Random random = new Random(17);
        try (LocalWorkspace workspace = LocalWorkspace.open(root, Clock.systemUTC())) {
            ModelVersion version =
                    workspace.models().summaries().get(0).champion().orElseThrow();
            ModelLoader loader = new LocalEngine().loader(new EngineLimits(1, null));
            VersionCheck check = new VersionCheck(workspace, loader);
            assertThat(check.defects(version)).isEmpty();
            List<Path> files = files(root, version);
            for (int i = 0; i < FLIPS; i++) {
                Path file = files.get(random.nextInt(files.size()));
                byte[] bytes = Files.readAllBytes(file);
                byte[] flipped = bytes.clone();
                int place = random.nextInt(bytes.length);
                flipped[place] ^= (byte) (1 << random.nextInt(Byte.SIZE));
                Files.write(file, flipped);

                assertThat(check.defects(version))
                        .as("%s, byte %s", file.getFileName(), place)
                        .isNotEmpty();
                if (file.startsWith(root.resolve("models"))) {
                    assertNotLoaded(workspace, loader, version);
                }
                Files.write(file, bytes);
            }
            assertThat(check.defects(version)).isEmpty();
        }
    }

    private static void assertNotLoaded(LocalWorkspace workspace, ModelLoader loader, ModelVersion version) {
        assertThatExceptionOfType(PlimsollException.class)
                .isThrownBy(() -> loader.load(workspace.artifacts().model(version.sha256()))
                        .close())
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.ARTIFACT_DAMAGED));
    }

    /** The model, the rows that it came from, and what it was judged on. */
    private static List<Path> files(Path root, ModelVersion version) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path folder : List.of(
                root.resolve("models"),
                root.resolve("datasets"),
                root.resolve("runs").resolve(version.runId()).resolve("07-evaluate"))) {
            try (Stream<Path> tree = Files.walk(folder)) {
                tree.filter(Files::isRegularFile)
                        .filter(file -> !file.endsWith("findings.json"))
                        .filter(file -> file.toFile().length() > 0)
                        .sorted()
                        .forEach(files::add);
            }
        }
        return files;
    }
}
