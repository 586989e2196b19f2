package io.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.cli.sample.SampleProject;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Registered versions that are made again from the workspace alone: of the real table where that lies beside the checkout, of the sample else.
 */
class RebuildTest {
    private static final Path REAL =
            Path.of("../../shared/data/lung_sites.csv").toAbsolutePath().normalize();
    private static final String VERSION = "lung-activation@1";

    @TempDir
    static Path origin;

    @TempDir
    Path folder;

    private Path project;
    private Terminal terminal;
    private JsonNode trained;

    /** Where it was trained nothing is left. */
    @BeforeAll
    static void train() throws IOException {
        Path here = origin.resolve("here");
        SampleProject.writeTo(here);
        Path table = Files.exists(REAL) ? REAL : here.resolve("data/lung_sites.csv");
        new Terminal(here).type("train", "lung", "--data", "sites=" + table).exits(0);
        Files.move(here, origin.resolve("trained"));
    }

    @BeforeEach
    void copy() throws IOException {
        project = folder.resolve("project");
        Folders.copy(origin.resolve("trained"), project);
        terminal = new Terminal(project);
        trained = terminal.newestRun();
    }

    @Test
    void aVersionIsIdenticalWithoutDataOrIndications() throws IOException {
        Files.delete(project.resolve("data/lung_sites.csv"));
        Files.delete(project.resolve("indications/lung.yml"));

        Terminal.Answer answer =
                terminal.type("models", "rebuild", "lung-activation").exits(0);

        assertThat(answer.out())
                .startsWith("IDENTICAL " + VERSION + "\n  trained again from its record, it has the same bytes\n")
                .contains(
                        "dataset  lung@1, ",
                        "model    " + trained.get("model_sha256").asText())
                .doesNotContain("differs", "rebuilt");
        assertThat(answer.err().lines())
                .hasSize(6)
                .first()
                .asString()
                .contains("the rows of lung@1, as they were kept");
        assertThat(terminal.type("models", "show", "lung-activation", "--json")
                        .json()
                        .get("versions"))
                .hasSize(1);
        assertThat(terminal.type("runs", "list", "--json").json().get("runs")).hasSize(1);
    }

    /** The workspace is moved to a folder that has nothing else, and opened in other zones and languages by every JDK that is found. */
    @Test
    void itIsIdenticalElsewhereInEveryProcess() throws IOException, InterruptedException {
        List<String> places = List.of(
                "-Duser.language=tr -Duser.country=TR -Duser.timezone=Asia/Kathmandu",
                "-Duser.language=ar -Duser.country=EG -Duser.timezone=America/St_Johns");
        List<Path> jdks = NewProcess.jdks();
        Path workspace = project.resolve(".plimsoll");
        for (int i = 0; i < Math.max(jdks.size(), places.size()); i++) {
            Path elsewhere = Files.createDirectory(folder.resolve("größe " + i));
            Files.createFile(elsewhere.resolve("plimsoll.yml"));
            workspace = Files.move(workspace, elsewhere.resolve(".plimsoll"));
            Path java = jdks.get(i % jdks.size());

            JsonNode rebuild =
                    NewProcess.type(java, places.get(i % places.size()), elsewhere, "models", "rebuild", VERSION);

            assertThat(rebuild.get("result").asText()).as("%s", java).isEqualTo("IDENTICAL");
            assertThat(rebuild.get("as_expected").asBoolean()).isTrue();
            assertThat(rebuild.get("rebuilt_sha256")).isEqualTo(trained.get("model_sha256"));
            assertThat(rebuild.at("/dataset/sha256")).isEqualTo(trained.at("/dataset/sha256"));
            assertThat(rebuild.at("/compared/disagreements").asInt()).isZero();
            assertThat(rebuild.at("/compared/rows").asInt()).isPositive();
            assertThat(rebuild.get("files")).isEmpty();
            assertThat(rebuild.get("differences")).isEmpty();
        }
    }

    /** Somebody has written another seed, which these settings do not use, and then another number of trees into the record. */
    @Test
    void aRecordThatDoesNotGiveTheModelIsTheAnswerNo() throws SQLException {
        rewriteConfig("\"seed\":", "\"seed\":1");

        assertThat(terminal.type("models", "rebuild", VERSION).exits(3).out())
                .startsWith("EQUAL_WITHIN_TOLERANCE " + VERSION + "\n")
                .contains("platform and versions are those that made it, so it should have had the same bytes\n")
                .containsPattern("training config +[0-9a-f]{64} +[0-9a-f]{64}\n")
                .contains("files    contract.json\n")
                .containsPattern("rebuilt  [0-9a-f]{64}\n");

        rewriteConfig("\"trees\":250", "\"trees\":249");

        assertThat(terminal.type("models", "rebuild", VERSION).exits(3).out())
                .startsWith("DIFFERENT " + VERSION + "\n  trained again from its record, it predicts otherwise for ")
                .containsPattern("files    contract.json, model.onnx, native/[a-z.]+\n");
    }

    @Test
    void aDamagedOrMissingDatasetOrModelIsSaid() throws IOException {
        Path workspace = project.resolve(".plimsoll");
        String sha256 = trained.at("/dataset/sha256").asText();
        Path snapshot = workspace.resolve("datasets/" + sha256.substring(0, 2) + "/" + sha256 + "/data.parquet");
        Path model =
                ModelFolders.of(workspace, trained.get("model_sha256").asText()).resolve("model.onnx");

        flip(model);
        requireDamage("model.onnx does not have the bytes");
        flip(model);
        flip(snapshot);
        requireDamage("ARTIFACT_DAMAGED");
        Files.delete(snapshot);
        requireDamage("ARTIFACT_DAMAGED");
    }

    @Test
    void whatIsNotRegisteredCannotBeRebuilt() {
        assertThat(terminal.type("models", "rebuild", "lung-activation@9")
                        .exits(2)
                        .err())
                .startsWith("error[UNKNOWN_MODEL]");
        assertThat(terminal.type("models", "rebuild").exits(2).err()).startsWith("error[USAGE]");
        assertThat(terminal.type("models", "--help").exits(0).out()).contains("rebuild", "retire");
    }

    private void requireDamage(String what) {
        assertThat(terminal.type("models", "rebuild", VERSION).exits(1).err())
                .contains("error[ARTIFACT_DAMAGED]", what);
    }

    private static void flip(Path file) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(bytes.length() / 2);
            int old = bytes.read();
            bytes.seek(bytes.length() / 2);
            bytes.write(old ^ 1);
        }
    }

    private void rewriteConfig(String words, String by) throws SQLException {
        String place = "jdbc:sqlite:" + project.resolve(".plimsoll/plimsoll.db");
        try (Connection connection = DriverManager.getConnection(place);
                PreparedStatement update = connection.prepareStatement(
                        "UPDATE runs SET config = replace(config, ?, ?) WHERE instr(config, ?)")) {
            update.setString(1, words);
            update.setString(2, by);
            update.setString(3, words);
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }
}
