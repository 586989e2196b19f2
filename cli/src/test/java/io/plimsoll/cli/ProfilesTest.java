package io.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The figures that lie beside a dataset's rows: shown, made anew where there are none, and never believed when damaged. */
class ProfilesTest {
    @TempDir
    Path project;

    private Terminal terminal;

    @BeforeEach
    void train() throws IOException {
        Files.createDirectories(project.resolve("indications"));
        Files.writeString(project.resolve("plimsoll.yml"), "engine: local\n");
        Files.writeString(
                project.resolve("t.csv"),
                "id,trial,arms,phase,y\n"
                        + IntStream.range(0, 240)
                                .mapToObj(i -> "s3cret" + i + ",t3cret" + i % 30 + "," + i * 31 % 97 + ",P" + i % 4
                                        + "," + i * 7 % 11)
                                .collect(Collectors.joining("\n", "", "\n")));
        Files.writeString(project.resolve("indications/small.yml"), """
                indication: small
                data: {sources: {t: t.csv}, key: id, group: trial}
                features: {numeric: [arms], categorical: [phase]}
                models:
                  Y:
                    target: y
                    task: regression
                    settings: {trees: 2}
                    metric: mae
                    guardrail: {min_groups: 2, rules: [{metric: mae, at_most: 100}]}
                """);
        terminal = new Terminal(project);
        terminal.type("train", "small").exits(0);
    }

    @Test
    void aVersionIsShownInFigures() throws IOException {
        String text = terminal.type("datasets", "show", "small@1").exits(0).out();
        JsonNode columns =
                terminal.type("--json", "datasets", "show", "small@1").json().get("profile");

        assertThat(text)
                .contains("spread")
                .contains("P0 25%, P1 25%, P2 25%, …")
                .doesNotContain("3cret");
        assertThat(columns).hasSize(5);
        assertThat(columns.at("/2/numbers/quantiles")).hasSize(21);
        assertThat(columns.at("/3/levels")).hasSize(4);
        assertThat(columns.at("/1/distinct").asInt()).isEqualTo(30);
        assertThat(Files.readString(profile())).doesNotContain("3cret");
    }

    @Test
    void aVersionWithoutFiguresHasThemMadeOfItsRows() throws IOException {
        String before = terminal.type("datasets", "show", "small@1").out();
        Path file = profile();
        Files.delete(file);
        Files.delete(file.resolveSibling("profile.json.sha256"));

        assertThat(terminal.type("datasets", "show", "small@1").exits(0).out()).isEqualTo(before);
        assertThat(terminal.type("check", "small").exits(0).err()).doesNotContain("DATA_DRIFT");
        assertThat(file).doesNotExist();
        terminal.type("doctor").exits(0);
    }

    @Test
    void damagedFiguresAreNotBelieved() throws IOException {
        Path file = profile();
        Files.writeString(
                file, Files.readString(file, StandardCharsets.UTF_8).replace("\"rows\" : 240", "\"rows\" : 24"));

        assertThat(terminal.type("datasets", "show", "small@1").exits(1).err())
                .contains("error[ARTIFACT_DAMAGED]: the profile of this dataset has changed since it was stored");
        assertThat(terminal.type("doctor").exits(3).out()).contains("the profile of this dataset has changed");
    }

    @Test
    void figuresGoWhereTheRowsGo() throws IOException {
        Path backup = project.resolve("backup");
        terminal.type("backup", backup.toString()).exits(0);
        try (Stream<Path> files = Files.walk(backup)) {
            assertThat(files.map(path -> path.getFileName().toString()))
                    .contains("profile.json", "profile.json.sha256");
        }

        Path file = profile();
        terminal.type("datasets", "erase", "small@1", "--reason", "on demand").exits(0);
        assertThat(file).doesNotExist();
        assertThat(terminal.type("datasets", "show", "small@1").exits(0).out()).doesNotContain("spread");
    }

    private Path profile() throws IOException {
        try (Stream<Path> files = Files.walk(project.resolve(".plimsoll/datasets"))) {
            return files.filter(path -> path.endsWith("profile.json"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
