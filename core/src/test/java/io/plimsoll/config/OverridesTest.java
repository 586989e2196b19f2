package io.plimsoll.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OverridesTest {
    @TempDir
    Path dir;

    @BeforeEach
    void project() throws IOException {
        for (String name : List.of("lung", "overriding")) {
            new ProjectFolder(dir).indication(name, Files.readAllBytes(Golden.file("good/" + name + ".yml")));
        }
    }

    @Test
    void aSettingIsChangedWithoutTouchingItsNeighbours() {
        IndicationConfig config = load("lung", "models.ACTIVATION.settings.trees=300");

        SampleTrainers.Trees trees =
                (SampleTrainers.Trees) config.model("ACTIVATION").settings();
        assertThat(trees.trees()).isEqualTo(300);
        assertThat(trees.depth()).isEqualTo(4);
    }

    @Test
    void whatTheFileLeavesOutCanBeSet() {
        IndicationConfig config = load(
                "lung",
                "models.ENROLLMENT.settings={trees: 10, subsample: 50%}",
                "models.ENROLLMENT.features.numeric=[n_arms]",
                "features.missing.numeric=keep",
                "data.min_labelled=10");

        ModelConfig enrollment = config.model("ENROLLMENT");
        assertThat(((SampleTrainers.Trees) enrollment.settings()).trees()).isEqualTo(10);
        assertThat(enrollment.features().numeric()).containsExactly("n_arms");
        assertThat(enrollment.features().categorical()).hasSize(4);
        assertThat(enrollment.features().missing().numeric()).isEqualTo(FeaturesConfig.MissingNumber.KEEP);
        assertThat(enrollment.data().minLabelled()).isEqualTo(10);
        assertThat(config.model("ACTIVATION").features().numeric()).hasSize(4);
    }

    @Test
    void aModelTypeWithDotsInItsNameIsFound() {
        IndicationConfig config = load("overriding", "models.trials.monthly.settings.trees=5");

        assertThat(((SampleTrainers.Trees) config.model("trials.monthly").settings()).trees())
                .isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "models.ACTIVATION.guardrail.min_groups=1",
                "models.ACTIVATION.guardrail={rules: []}",
                "models.ACTIVATION.guardrail.rules=[]",
                "models.ACTIVATION={guardrail: {min_groups: 1}}",
                "models={ACTIVATION: {settings: {trees: 1}, target: country}}",
                "models.ACTIVATION.target=country",
                "models.ACTIVATION.train_where=1=1",
                "models.ACTIVATION.task=regression",
                "models.ACTIVATION.metric=f1",
                "models.ACTIVATION.weight=group",
                "models.ACTIVATION.split.holdout=1%",
                "models.ACTIVATION.data.key=x",
                "models.ACTIVATION.data={group: x}",
                "split.holdout=1%",
                "split.salt=lucky",
                "data.key=x",
                "data.group=x",
                "data.query=SELECT 1",
                "data={query: SELECT 1}",
                "promotion=automatic",
                "guardrail={}"
            })
    void whatDecidesAVerdictIsOutOfReach(String setting) {
        assertThat(faults("lung", setting))
                .startsWith("error[PROTECTED_SETTING]: ")
                .contains("cannot be changed by --set, --set " + setting.substring(0, setting.indexOf('=')) + "\n")
                .hasLineCount(2);
    }

    @Test
    void mistakesAreFoundLikeThoseOfTheFile() {
        assertThat(faults("lung", "models.ACTIVATION.settings.tress=300"))
                .isEqualTo(
                        "error[CONFIG_INVALID]: models.ACTIVATION.settings: 'tress' is not a key here (did you mean 'trees'?), "
                                + "--set models.ACTIVATION.settings.tress\n"
                                + "help: keys here: trees, depth, learning_rate, subsample\n");
        assertThat(faults("lung", "models.ACTIVATION.settings.trees=many"))
                .startsWith("error[CONFIG_INVALID]: models.ACTIVATION.settings.trees: needs a whole number, not text, "
                        + "--set models.ACTIVATION.settings.trees\n");
        assertThat(faults("lung", "models.ACTIVATON.settings.trees=300"))
                .startsWith(
                        "error[CONFIG_INVALID]: models: 'ACTIVATON' is not a model type (did you mean 'ACTIVATION'?), --set ");
        assertThat(faults("lung", "descripton=x"))
                .contains("'descripton' is not a key here (did you mean 'description'?)");
        assertThat(faults("lung", "data=5")).contains("data: needs a mapping of keys, not a whole number, --set data");
        assertThat(faults("lung", "features.numeric=[a"))
                .startsWith("error[CONFIG_SYNTAX]: ")
                .contains("--set features.numeric");
        assertThat(faults("lung", "features..x=1")).startsWith("error[USAGE]: ");
        assertThat(faults("lung", "description=${HOME}")).contains("${…} is allowed in plimsoll.yml only");
        assertThat(faults("lung", "models.ACTIVATION=~")).contains("models.ACTIVATION: has no value");
    }

    @Test
    void argumentsWithoutKeyOrValueAreRefusedTogether() {
        String faults = ProjectFolder.faultsOf(() -> Overrides.parse(
                List.of("trees", "=5", "a=", "a.b=1", "a.b=2"), List.of("sites=x.csv", "sites=y.csv", "other")));

        assertThat(faults.lines().filter(line -> line.startsWith("error[USAGE]")))
                .containsExactly(
                        "error[USAGE]: --set 'trees' is not of the form KEY=VALUE",
                        "error[USAGE]: --set '=5' is not of the form KEY=VALUE",
                        "error[USAGE]: --set 'a=' is not of the form KEY=VALUE",
                        "error[USAGE]: --set gives 'a.b' twice",
                        "error[USAGE]: --data gives 'sites' twice",
                        "error[USAGE]: --data 'other' is not of the form NAME=PATH");
    }

    @Test
    void aSourceIsReadFromAnotherPathForEveryModelType() {
        Overrides overrides = Overrides.parse(List.of(), List.of("sites=/tmp/new: sites.csv", "trials=t.csv"));

        IndicationConfig config = new ProjectFolder(dir).load("overriding", overrides);

        for (String type : List.of("SITES", "trials.monthly")) {
            DataConfig data = config.model(type).data();
            assertThat(data.sources()).containsEntry("sites", SourceConfig.of("/tmp/new: sites.csv"));
            assertThat(data.sources()).containsEntry("trials", SourceConfig.of("t.csv"));
        }
        assertThat(config.data().sources().keySet()).containsExactly("sites", "trials");
    }

    @Test
    void anUnknownSourceIsRefusedWithANearMatch() {
        Overrides overrides = Overrides.parse(List.of(), List.of("site=x.csv"));

        String faults = ProjectFolder.faultsOf(() -> new ProjectFolder(dir).load("lung", overrides));

        assertThat(faults).isEqualTo("""
                        error[CONFIG_INVALID]: data.sources: 'site' is not a source (did you mean 'sites'?), --data site
                        help: one of: sites
                        """);
    }

    private IndicationConfig load(String indication, String... settings) {
        return new ProjectFolder(dir).load(indication, Overrides.parse(List.of(settings), List.of()));
    }

    private String faults(String indication, String setting) {
        return ProjectFolder.faultsOf(() -> load(indication, setting));
    }
}
