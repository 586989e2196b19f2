package io.plimsoll.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigLoaderTest {
    private final ConfigLoader loader = new ConfigLoader(SampleTrainers.ALL);

    @TempDir
    Path dir;

    @Test
    void indicationsAreListedSorted() {
        new ProjectFolder(dir)
                .indication("lung", "")
                .indication("hematology", "")
                .indication(".#lung", "")
                .file("indications/notes.md", new byte[0]);

        assertThat(loader.indications(dir)).containsExactly("hematology", "lung");
        assertThat(loader.indications(dir.resolve("indications"))).isEmpty();
    }

    @Test
    void filesThatOnlyLookLikeIndicationsAreNotPassedOver() {
        new ProjectFolder(dir).indication("Lung", "").file("indications/heme.yaml", new byte[0]);

        assertThat(ProjectFolder.faultsOf(() -> loader.indications(dir)))
                .contains("'Lung.yml' is not a valid name for the file of an indication, indications")
                .contains("'heme.yaml' is not a valid name for the file of an indication, indications");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lnug", "../lung", "LUNG", "", "lung.yml", "a/b", "lung\u0000"})
    void anUnknownIndicationIsNamedWithThoseThereAre(String name) {
        new ProjectFolder(dir).indication("lung", "").indication("hematology", "");

        assertThatThrownBy(() -> loader.load(dir, name, Overrides.none()))
                .isInstanceOfSatisfying(PlimsollException.class, e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.UNKNOWN_INDICATION);
                    assertThat(e.faults().get(0).help()).endsWith("hematology, lung");
                });
    }

    @Test
    void anIndicationThatIsAFolderIsNotRead() throws IOException {
        Files.createDirectories(dir.resolve("indications/lung.yml"));

        assertThatThrownBy(() -> loader.load(dir, "lung", Overrides.none()))
                .hasMessage("error[CONFIG_SYNTAX]: the file is not a regular file, indications/lung.yml");
    }

    @Test
    void aFolderWithoutAProjectFileIsNoProject() {
        assertThatThrownBy(() -> loader.project(dir, null, Map.of()))
                .isInstanceOfSatisfying(
                        PlimsollException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NO_PROJECT));
    }

    @Test
    void aProfileChangesKeyByKey() {
        new ProjectFolder(dir).project("""
                        workspace: .plimsoll
                        limits: {threads: 8, memory: 16GiB}
                        profiles:
                          dev: {limits: {threads: 2}}
                          prod: {workspace: "${PROD_HOME}/plimsoll"}
                        """);

        ProjectConfig plain = loader.project(dir, null, Map.of());
        ProjectConfig dev = loader.project(dir, "dev", Map.of());
        ProjectConfig prod = loader.project(dir, "prod", Map.of("PROD_HOME", "/srv"));

        assertThat(plain.limits().threads()).isEqualTo(8);
        assertThat(plain.profiles()).isEmpty();
        assertThat(dev.limits()).isEqualTo(new ProjectConfig.LimitsConfig(2, new MemorySize(16L << 30)));
        assertThat(prod.workspace().path()).isEqualTo("/srv/plimsoll");
        assertThat(ProjectFolder.faultsOf(() -> loader.project(dir, "prod", Map.of())))
                .startsWith(
                        "error[CONFIG_INVALID]: profiles.prod.workspace: the environment variable PROD_HOME is not set, "
                                + "plimsoll.yml:5:21\n");
        assertThat(ProjectFolder.faultsOf(() -> loader.project(dir, "prd", Map.of())))
                .startsWith(
                        "error[CONFIG_INVALID]: profiles: 'prd' is not a profile (did you mean 'prod'?), --profile prd\n");
    }

    @Test
    void aProfileThatIsNotChosenIsCheckedToo() {
        new ProjectFolder(dir).project("profiles: {prod: {limits: {threds: 2, memory: \"${MEMORY}\"}}}\n");

        assertThat(ProjectFolder.faultsOf(() -> loader.project(dir, null, Map.of())))
                .startsWith(
                        "error[CONFIG_INVALID]: profiles.prod.limits: 'threds' is not a key here (did you mean 'threads'?)")
                .hasLineCount(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " 3", " [1]"})
    void aChosenProfileThatIsNoneIsToldWhereItStands(String value) {
        new ProjectFolder(dir).project("profiles:\n  prod:" + value + "\n");

        assertThat(ProjectFolder.faultsOf(() -> loader.project(dir, "prod", Map.of())))
                .startsWith("error[CONFIG_INVALID]: profiles.prod: ")
                .contains("plimsoll.yml:2:")
                .hasLineCount(2);
    }

    @Test
    void variablesAreFilledInWithTheirDefaults() {
        new ProjectFolder(dir)
                .project("workspace: ${HOME_DIR}/${NAME:-results}/${EMPTY:-x}$\nlimits:\n  threads: ${N:-2}\n");

        ProjectConfig config = loader.project(dir, null, Map.of("HOME_DIR", "/home/$1", "EMPTY", ""));

        assertThat(config.workspace().path()).isEqualTo("/home/$1/results/x$");
        assertThat(config.limits().threads()).isEqualTo(2);
    }

    @Test
    void aVariableThatLooksLikeANumberIsStillAPath() {
        new ProjectFolder(dir).project("workspace: ${DIR}\n");

        assertThat(loader.project(dir, null, Map.of("DIR", "2024")).workspace().path())
                .isEqualTo("2024");
    }

    @Test
    void anUnknownModelTypeIsNamedWithThoseThereAre() throws IOException {
        byte[] yaml = Files.readAllBytes(Golden.file("good/lung.yml"));
        IndicationConfig config =
                new ProjectFolder(dir).indication("lung", yaml).load("lung");

        assertThat(config.registeredName("ENROLLMENT")).isEqualTo("lung-enrollment");
        assertThat(config.models().keySet()).containsExactly("ACTIVATION", "ENROLLMENT");
        assertThat(ProjectFolder.faultsOf(() -> config.model("ENROLMENT")))
                .isEqualTo("error[UNKNOWN_MODEL_TYPE]: the indication lung has no model type 'ENROLMENT' "
                        + "(did you mean 'ENROLLMENT'?)\nhelp: its model types: ACTIVATION, ENROLLMENT\n");
    }

    @Test
    void windowsLineEndsMakeTheSameConfig() throws IOException {
        String yaml = Files.readString(Golden.file("good/lung.yml"));
        IndicationConfig unix = new ProjectFolder(dir).indication("lung", yaml).load("lung");
        IndicationConfig windows = new ProjectFolder(dir)
                .indication("lung", "\uFEFF" + yaml.replace("\n", "\r\n"))
                .load("lung");

        assertThat(windows.sha256()).isEqualTo(unix.sha256());
    }

    @Test
    void theNumberOfModelTypesIsBounded() {
        StringBuilder yaml = new StringBuilder("indication: lung\nmodels:\n");
        for (int i = 0; i < 201; i++) {
            yaml.append("  M").append(i).append(": {}\n");
        }
        new ProjectFolder(dir).indication("lung", yaml.toString());

        assertThatThrownBy(() -> loader.load(dir, "lung", Overrides.none()))
                .hasMessage(
                        "error[CONFIG_INVALID]: models: has 201 model types, at most 200 are allowed, indications/lung.yml:2:1");
    }

    @Test
    void loadersKnowNoTrainersButTheirOwn() throws IOException {
        byte[] yaml = Files.readAllBytes(Golden.file("good/lung.yml"));
        new ProjectFolder(dir).indication("lung", yaml);
        ConfigLoader other = new ConfigLoader(Map.of("linear", SampleTrainers.Linear.class));

        assertThat(ProjectFolder.faultsOf(() -> other.load(dir, "lung", Overrides.none())))
                .contains(
                        "models.ACTIVATION.trainer: 'gradient-boosted-trees' is not a trainer, indications/lung.yml:27:14")
                .contains("help: one of: linear");
    }
}
