package io.plimsoll.cli.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleProjectTest {
    private static final Path EXAMPLE = Path.of("..", "examples", "clinical-sites");

    @TempDir
    private Path folder;

    @Test
    void writesTheFilesOfTheExample() throws IOException {
        Path project = folder.resolve("new/project");

        SampleProject.writeTo(project);

        assertThat(filesIn(project)).containsExactlyInAnyOrderElementsOf(SampleProject.files());
        for (String file : SampleProject.files()) {
            assertThat(project.resolve(file)).hasSameBinaryContentAs(EXAMPLE.resolve(file));
        }
    }

    @Test
    void packsEveryIndicationAndTableOfTheExample() throws IOException {
        assertThat(SampleProject.files())
                .contains("plimsoll.yml", "README.md")
                .containsAll(filesIn(EXAMPLE.resolve("indications")).stream()
                        .map(file -> "indications/" + file)
                        .toList())
                .containsAll(filesIn(EXAMPLE.resolve("data")).stream()
                        .map(file -> "data/" + file)
                        .toList());
        assertThat(SampleProject.indications()).containsExactly("hematology", "lung");
    }

    @Test
    void leavesOtherFilesOfTheFolderAlone() throws IOException {
        Files.writeString(folder.resolve("notes.txt"), "mine");

        SampleProject.writeTo(folder);

        assertThat(folder.resolve("notes.txt")).hasContent("mine");
        assertThat(folder.resolve("plimsoll.yml")).exists();
    }

    @Test
    void addsToAListOfIgnoredFiles() throws IOException {
        Files.writeString(folder.resolve(".gitignore"), "*.tmp");

        SampleProject.writeTo(folder);

        assertThat(folder.resolve(".gitignore")).hasContent("*.tmp\n.plimsoll/\nscores/\n");
    }

    @Test
    void namesEveryFileInTheWayAndWritesNothing() throws IOException {
        Files.writeString(folder.resolve("README.md"), "mine");
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(folder.resolve("data/lung_sites.csv"), "mine");

        assertThatThrownBy(() -> SampleProject.writeTo(folder))
                .asInstanceOf(type(PlimsollException.class))
                .satisfies(thrown -> {
                    assertThat(thrown.code()).isEqualTo(ErrorCode.ALREADY_EXISTS);
                    assertThat(thrown.faults())
                            .extracting(fault ->
                                    folder.relativize(Path.of(fault.where())).toString())
                            .containsExactlyInAnyOrder(
                                    "README.md",
                                    Path.of("data", "lung_sites.csv").toString());
                });
        assertThat(filesIn(folder)).containsExactlyInAnyOrder("README.md", "data/lung_sites.csv");
    }

    @Test
    void saysWhereItCannotWrite() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "not a folder");

        assertThatThrownBy(() -> SampleProject.writeTo(file))
                .asInstanceOf(type(PlimsollException.class))
                .satisfies(thrown -> {
                    assertThat(thrown.code()).isEqualTo(ErrorCode.STORAGE);
                    assertThat(thrown.faults().get(0).where()).isEqualTo(file.toString());
                });
    }

    private static List<String> filesIn(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .toList();
        }
    }
}
