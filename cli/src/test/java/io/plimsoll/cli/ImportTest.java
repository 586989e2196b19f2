package io.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plimsoll.canonical.Sha256;
import io.plimsoll.cli.sample.SampleProject;
import io.plimsoll.contracts.Rounds;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model from elsewhere comes in whole, proven and once, or not at all. */
class ImportTest {
    private static final String MODEL = "lung-activation";

    @TempDir
    static Path elsewhere;

    @TempDir
    Path folder;

    private Path archive;
    private Terminal here;

    @BeforeAll
    static void exportElsewhere() {
        Rounds.onFirstJdkOnly();
        SampleProject.writeTo(elsewhere);
        Terminal there = new Terminal(elsewhere);
        there.type("train", "lung").exits(0);
        there.type("models", "export", MODEL).exits(0);
    }

    @BeforeEach
    void makeAProject() throws IOException {
        archive = Files.copy(elsewhere.resolve(MODEL + "-1.zip"), folder.resolve(MODEL + "-1.zip"));
        Path project = folder.resolve("here");
        SampleProject.writeTo(project);
        here = new Terminal(project);
    }

    @Test
    void itBecomesTheFirstChampionAndIsWhatTheNextRunFaces() throws IOException {
        assertThat(load(archive).exits(0).out()).startsWith("IMPORTED lung-activation@1\n  trained by our partners");

        JsonNode version = here.type("--json", "models", "show", MODEL + "@champion")
                .exits(0)
                .json();
        assertThat(version.at("/tags/imported_because").asText()).isEqualTo("trained by our partners");
        JsonNode run = here.type("--json", "runs", "show", version.get("run").asText())
                .exits(0)
                .json();
        assertThat(run.get("code").asText()).isEqualTo("IMPORTED");
        assertThat(run.get("reason").asText()).isEqualTo("imported: trained by our partners");
        here.type("runs", "show", version.get("run").asText()).exits(0);
        here.type("models", "card", MODEL).exits(0);
        assertThat(Files.readString(folder.resolve("here/lung-activation-1.html")))
                .contains("none: the version was registered without one", "imported: trained by our partners");

        JsonNode next = here.type("--json", "train", "lung", "--set", "models.ACTIVATION.settings.trees=240")
                .json();
        assertThat(next.at("/verdict/rules/1/opponent").asText()).isEqualTo("champion");
        assertThat(next.at("/verdict/rules/1/measure/opponent").isNumber()).isTrue();
        assertThat(load(archive).exits(2).err())
                .startsWith("error[ALREADY_EXISTS]: the model lung-activation has versions");
    }

    @Test
    void anUnpackedArchiveOrTheModelFolderAloneWillDo() throws IOException {
        Path unpacked = Unzipped.into(folder.resolve("unpacked"), Unzipped.of(archive));
        load(unpacked).exits(0);
        assertThat(here.type(
                                "models",
                                "import",
                                unpacked.resolve("model").toString(),
                                "--as",
                                "lung-nonenrollment",
                                "--reason",
                                "to have something")
                        .exits(0)
                        .out())
                .startsWith("IMPORTED lung-nonenrollment@1");
    }

    @Test
    void whatIsNotWholeOrNotSafeIsRefused() throws IOException {
        Map<String, byte[]> files = Unzipped.of(archive);
        files.put("model/contract.json", "{}".getBytes(StandardCharsets.UTF_8));
        requireRefusal("contract.json does not have the bytes", files);

        files = Unzipped.of(archive);
        files.put("../../escaped.txt", new byte[] {1});
        requireRefusal("it holds a name that leads out of its folder", files);
        assertThat(folder.resolve("escaped.txt")).doesNotExist();

        files = Unzipped.of(archive);
        files.put("setup.exe", new byte[] {1});
        requireRefusal("beside the model it holds files that no export has", files);

        Path text = folder.resolve("text.zip");
        Files.writeString(text, "not a zip");
        assertThat(load(text).exits(2).err()).startsWith("error[IMPORT_REFUSED]: this is not a zip, or a damaged one");
        assertThat(load(folder.resolve("none.zip")).exits(2).err()).startsWith("error[SOURCE_MISSING]");
    }

    @Test
    void aModelThatDoesNotPredictWhatItPromisesIsRefusedByItsTrial() throws IOException {
        Map<String, byte[]> files = Unzipped.of(archive);
        ObjectNode contract = (ObjectNode) new JsonMapper().readTree(files.get("model/contract.json"));
        ((ObjectNode) contract.at("/canaries/0")).put("expected", 0.123);
        requireRefusal("1 of ", with(files, "contract.json", contract.toString().getBytes(StandardCharsets.UTF_8)));

        requireRefusal("model.onnx is not a graph of the kind", with(files, "model.onnx", new byte[] {1, 2, 3}));
    }

    @Test
    void onlyAModelOfTheProjectHasAName() {
        assertThat(here.type("models", "import", archive.toString(), "--as", "lung-sales", "--reason", "why not")
                        .exits(2)
                        .err())
                .startsWith("error[UNKNOWN_MODEL]: no indication of this project has a model type");
    }

    /** The files with one of the model's replaced, and a manifest that says so. */
    private static Map<String, byte[]> with(Map<String, byte[]> files, String path, byte[] content) throws IOException {
        ObjectNode manifest = (ObjectNode) new JsonMapper().readTree(files.get("model/manifest.json"));
        ObjectNode entry = (ObjectNode) manifest.get("files").get(path);
        entry.put("sha256", Sha256.of(content)).put("bytes", content.length);
        files.put("model/" + path, content);
        files.put("model/manifest.json", manifest.toString().getBytes(StandardCharsets.UTF_8));
        return files;
    }

    private void requireRefusal(String what, Map<String, byte[]> files) throws IOException {
        Path changed = folder.resolve("changed.zip");
        Unzipped.zip(files, changed);
        assertThat(load(changed).exits(2).err())
                .startsWith("error[IMPORT_REFUSED]: " + what)
                .contains("nothing was registered");
        assertThat(here.type("models", "list", "--json").exits(0).json().get("models"))
                .isEmpty();
    }

    private Terminal.Answer load(Path what) {
        return here.type("models", "import", what.toString(), "--as", MODEL, "--reason", "trained by our partners");
    }
}
