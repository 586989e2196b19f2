package io.plimsoll.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.canonical.CanonicalJson;
import io.plimsoll.canonical.Sha256;
import io.plimsoll.config.Golden;
import io.plimsoll.config.IndicationConfig;
import io.plimsoll.config.Overrides;
import io.plimsoll.config.SourceConfig;
import io.plimsoll.endpoint.Installation.Jar;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.train.GradientBoostedTreesSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpecificationTest {
    @TempDir
    private Path project;

    private Compiled compiled;

    @BeforeEach
    void compile() {
        compiled = new Compiled(project);
    }

    @Test
    void hasTheFormThatIsWrittenDown() throws IOException {
        String text = compiled.activation().text();

        Golden.assertHolds(
                Path.of("src/test/resources/io/plimsoll/endpoint/specification.json"),
                CanonicalJson.indented(CanonicalJson.read(text, JsonNode.class)));
    }

    @Test
    void isTheSameBytesAgainAndReadsBackAsItself() {
        Specification specification = compiled.activation();

        Specification read = Specification.read(specification.text());

        assertThat(read).isEqualTo(specification);
        assertThat(read.text()).isEqualTo(specification.text());
        assertThat(read.sha256()).isEqualTo(specification.sha256());
        assertThat(compiled.activation().text()).isEqualTo(specification.text());
    }

    @Test
    void knowsNoPlaceOfTheMachine() {
        assertThat(compiled.activation().text())
                .doesNotContain(project.toString())
                .doesNotContain(System.getProperty("user.dir"));
    }

    @Test
    void changesWithItsModelTypeAndWithNoOther() {
        String before = compiled.activation().sha256();

        compiled.config(Compiled.CONFIG);
        IndicationConfig other = compiled.config(Compiled.CONFIG.replace("at_most: 1000", "at_most: 900"));
        IndicationConfig own = compiled.config(Compiled.CONFIG.replace("at_least: 0.5", "at_least: 0.6"));

        assertThat(sha256(other)).isEqualTo(before);
        assertThat(sha256(own)).isNotEqualTo(before);
    }

    private static String sha256(IndicationConfig config) {
        return Specification.of(config, "ACTIVATION", Compiled.installation(List.of()))
                .sha256();
    }

    @Test
    void trainsWhatTheWholeConfigTrains() {
        IndicationConfig whole = compiled.config(Compiled.CONFIG);
        Specification specification = compiled.activation();

        IndicationConfig config = specification.with(Overrides.none(), Compiled.installation(List.of()));

        assertThat(config.models()).containsOnlyKeys("ACTIVATION");
        assertThat(config.model("ACTIVATION")).isEqualTo(whole.model("ACTIVATION"));
        assertThat(config.trainingDigest("ACTIVATION")).isEqualTo(whole.trainingDigest("ACTIVATION"));
        assertThat(specification.trainingSha256()).isEqualTo(whole.trainingDigest("ACTIVATION"));
        assertThat(config.sha256()).isEqualTo(specification.configSha256());
    }

    @Test
    void takesParametersThroughTheChecksOfConfigs() {
        Specification specification = compiled.activation();
        Installation installation = Compiled.installation(List.of());

        IndicationConfig config = specification.with(
                new Overrides(
                        Map.of(
                                "models.ACTIVATION.settings.trees", "7",
                                "models.ACTIVATION.settings.early_stopping.validation", "30%",
                                "models.ACTIVATION.calibrate", "platt"),
                        Map.of("sites", "data/other.csv", "visits", "data/visits.csv")),
                installation);

        GradientBoostedTreesSettings settings =
                (GradientBoostedTreesSettings) config.model("ACTIVATION").settings();
        assertThat(settings.trees()).isEqualTo(7);
        assertThat(settings.earlyStopping()).isNotNull();
        assertThat(config.model("ACTIVATION").data().sources())
                .containsEntry("sites", SourceConfig.of("data/other.csv"))
                .containsEntry("visits", SourceConfig.of("data/visits.csv"));
        assertThatExceptionOfType(PlimsollException.class)
                .isThrownBy(() -> specification.with(
                        new Overrides(Map.of("models.ACTIVATION.intervals", "80%"), Map.of()), installation))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(ErrorCode.CONFIG_INVALID));
    }

    @Test
    void namesTheJarsThatItNeedsAndNoOther() {
        Jar spare = new Jar("plugins/spare.jar", Sha256.of("spare"), Set.of("forest"), Set.of());
        IndicationConfig config = compiled.config(Compiled.CONFIG
                .replace("task: classification", "task: classification\n    trainer: stump")
                .replace("settings: {trees: 30}", "settings: {}"));
        Specification specification =
                Specification.of(config, "ACTIVATION", Compiled.installation(List.of(spare, Compiled.JAR)));

        assertThat(specification.plugins()).isEqualTo(Map.of("plugins/own.jar", Compiled.JAR.sha256()));
        assertThat(specification.trainer()).isEqualTo(new Specification.Fitter("stump", "plugins/own.jar"));
        Jar other = new Jar("plugins/own.jar", Sha256.of("other"), Set.of("stump"), Set.of());
        assertDiffers(specification, Compiled.installation(List.of(other)), Compiled.JAR.sha256(), other.sha256());
        assertDiffers(specification, Compiled.installation(List.of()), "plugins/own.jar", "not loaded here");
        assertDiffers(specification, Compiled.installation("spark", List.of(Compiled.JAR)), "local", "spark");
        assertThat(specification.with(Overrides.none(), Compiled.installation(List.of(Compiled.JAR, spare))))
                .isNotNull();
    }

    @Test
    void isRefusedWhereItsTrainerIsAnother() {
        Specification specification = compiled.activation();
        Jar taken = new Jar("plugins/trees.jar", Sha256.of("t"), Set.of("gradient-boosted-trees"), Set.of());
        Installation bare = new Installation(
                "0.1.0",
                "x",
                "local",
                Set.of("naive"),
                List.of(),
                Compiled.installation(List.of()).configs());

        assertDiffers(
                specification,
                Compiled.installation(List.of(taken)),
                "(built-in)",
                "the one here is plugins/trees.jar");
        assertDiffers(specification, bare, "gradient-boosted-trees", "naive");
    }

    private static void assertDiffers(Specification specification, Installation here, String... said) {
        assertThatExceptionOfType(PlimsollException.class)
                .isThrownBy(() -> specification.with(Overrides.none(), here))
                .withMessageContainingAll(said)
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(ErrorCode.INSTALLATION_DIFFERS));
    }

    @Test
    void isReadInItsOwnFormatAlone() {
        String text = compiled.activation().text();

        assertUnreadable(text.replace("\"format\":1", "\"format\":2"), "has format 2", "reads format 1");
        assertUnreadable(text.replace("\"format\":1,", ""), "has no format");
        assertUnreadable("{}", "has no format");
        assertUnreadable("not JSON", "not whole");
        assertUnreadable(text.replace("\"engine\":", "\"motor\":"), "not whole");
        assertUnreadable(text.substring(0, text.length() - 1), "not whole");
        assertUnreadable(text.replace("\"trees\":30", "\"trees\":31"), "does not have the hash");
    }

    private static void assertUnreadable(String text, String... said) {
        assertThatExceptionOfType(PlimsollException.class)
                .isThrownBy(() -> Specification.read(text))
                .withMessageContainingAll(said)
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(ErrorCode.SPECIFICATION_UNREADABLE));
    }
}
