package io.plimsoll.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.canonical.CanonicalJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Good files with what they mean, and bad files with every fault that they have. */
class GoldenFilesTest {
    @TempDir
    Path dir;

    static List<Path> good() throws IOException {
        return Golden.files("good", ".yml");
    }

    static List<Path> bad() throws IOException {
        return Golden.files("bad", ".yml");
    }

    static List<Path> badProject() throws IOException {
        return Golden.files("bad-project", ".yml");
    }

    @ParameterizedTest
    @MethodSource("good")
    void aGoodFileMeansWhatItsJsonSays(Path file) throws IOException {
        IndicationConfig config = load(file);

        JsonNode json = CanonicalJson.read(config.canonicalJson(), JsonNode.class);
        Golden.assertHolds(Golden.beside(file, ".json"), CanonicalJson.indented(json));
    }

    @ParameterizedTest
    @MethodSource("good")
    void aStoredConfigReadsBackAsAnEqualOne(Path file) throws IOException {
        IndicationConfig config = load(file);

        IndicationConfig again = new ConfigLoader(SampleTrainers.ALL).stored(config.canonicalJson());

        assertThat(again).isEqualTo(config);
        assertThat(again.canonicalJson()).isEqualTo(config.canonicalJson());
        assertThat(again.sha256()).isEqualTo(config.sha256());
    }

    @ParameterizedTest
    @MethodSource("bad")
    void aBadFileIsRefusedWithAllItsFaults(Path file) throws IOException {
        ProjectFolder project = new ProjectFolder(dir).indication("lung", Files.readAllBytes(file));

        String faults = ProjectFolder.faultsOf(() -> project.load("lung"));

        assertThat(faults).startsWith("error[CONFIG_");
        Golden.assertHolds(Golden.beside(file, ".txt"), faults);
    }

    @ParameterizedTest
    @MethodSource("badProject")
    void aBadProjectFileIsRefusedWithAllItsFaults(Path file) throws IOException {
        ProjectFolder project = new ProjectFolder(dir).project(Files.readString(file));
        ConfigLoader loader = new ConfigLoader(SampleTrainers.ALL);

        String faults = ProjectFolder.faultsOf(() -> loader.project(dir, null, Map.of("SECRET", "hunter2")));

        assertThat(project.dir()).isEqualTo(dir);
        assertThat(faults).startsWith("error[CONFIG_").doesNotContain("hunter2");
        Golden.assertHolds(Golden.beside(file, ".txt"), faults);
    }

    @Test
    void thereAreBadFilesForEveryKindOfFault() throws IOException {
        assertThat(bad()).hasSizeGreaterThanOrEqualTo(25);
    }

    private IndicationConfig load(Path file) throws IOException {
        String name = file.getFileName().toString().replace(".yml", "");
        return new ProjectFolder(dir).indication(name, Files.readAllBytes(file)).load(name);
    }
}
