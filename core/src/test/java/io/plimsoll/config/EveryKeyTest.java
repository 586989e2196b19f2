package io.plimsoll.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.canonical.CanonicalJson;
import io.plimsoll.config.FeaturesConfig.Encode;
import io.plimsoll.config.FeaturesConfig.MissingCategory;
import io.plimsoll.config.FeaturesConfig.MissingConfig;
import io.plimsoll.config.FeaturesConfig.MissingNumber;
import io.plimsoll.config.FeaturesConfig.Rescale;
import io.plimsoll.config.FeaturesConfig.Unseen;
import io.plimsoll.config.GuardrailConfig.Mode;
import io.plimsoll.config.ModelConfig.Calibrate;
import io.plimsoll.config.ModelConfig.TargetScale;
import io.plimsoll.config.ModelConfig.Weight;
import io.plimsoll.config.bind.Percentage;
import io.plimsoll.data.ColumnType;
import io.plimsoll.data.GroupFolds;
import io.plimsoll.data.TimeSplit;
import io.plimsoll.guard.Margin;
import io.plimsoll.guard.Opponent;
import io.plimsoll.guard.WhenInconclusive;
import io.plimsoll.metric.StandardMetric;
import io.plimsoll.metric.Task;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each key, and what it means when it is left out. */
class EveryKeyTest {
    @TempDir
    Path dir;

    @Test
    void whatAnIndicationLeavesOutHasItsDefault() throws IOException {
        IndicationConfig config = load("minimal");

        assertThat(config.description()).isNull();
        assertThat(config.defaultModel()).isEqualTo("ANY");
        assertThat(config.output()).isEqualTo(new OutputConfig(List.of(), null));
        assertThat(config.split()).isEqualTo(new SplitConfig.Holdout(new Percentage(0.2), null, 10));
        assertThat(config.data())
                .isEqualTo(new DataConfig(
                        Map.of("rows", SourceConfig.of("data/rows.csv")),
                        "SELECT * FROM rows",
                        "id",
                        "id",
                        Map.of(),
                        Map.of(),
                        100,
                        20,
                        new DriftConfig(
                                0.25,
                                new Percentage(0.2),
                                new Percentage(0.05),
                                new Percentage(0.1),
                                new Percentage(0.5),
                                Severity.WARNING)));
        assertThat(config.features())
                .isEqualTo(FeaturesConfig.of(
                        List.of("x"),
                        List.of(),
                        new MissingConfig(MissingNumber.MEDIAN, MissingCategory.OWN_LEVEL),
                        Unseen.ALL_ZEROS,
                        50));
    }

    @Test
    void whatAModelTypeLeavesOutHasItsDefault() throws IOException {
        IndicationConfig config = load("minimal");
        MarginAmount any = new MarginAmount(0, Margin.Unit.METRIC);
        RuleConfig rule = new RuleConfig(
                StandardMetric.MAE, null, null, Opponent.Naive.MEAN, any, null, null, null, List.of(), null);

        assertThat(config.model("ANY"))
                .isEqualTo(new ModelConfig(
                        config.data(),
                        new SplitConfig.Holdout(new Percentage(0.2), "minimal-any", 10),
                        config.features(),
                        "y",
                        null,
                        Task.REGRESSION,
                        TargetScale.NONE,
                        Weight.NONE,
                        "gradient-boosted-trees",
                        new SampleTrainers.Trees(250, 4, 0.05, new Percentage(1)),
                        0,
                        Calibrate.NONE,
                        null,
                        StandardMetric.MAE,
                        List.of(),
                        null,
                        new GuardrailConfig(
                                Mode.JUDGE, null, 30, 10, new Percentage(0), 0.95, List.of(), List.of(rule))));
        assertThat(load("lung").model("ACTIVATION").threshold()).isEqualTo(new Threshold.Given(0.5));
    }

    @Test
    void whatAnIndicationGivesIsTaken() throws IOException {
        IndicationConfig config = load("everything");

        assertThat(config.description()).isEqualTo("Every key there is");
        assertThat(config.defaultModel()).isEqualTo("SECOND");
        assertThat(config.output()).isEqualTo(new OutputConfig(List.of("k"), "scores/"));
        assertThat(config.split()).isEqualTo(new SplitConfig.Holdout(new Percentage(0.25), "pepper", 25));
        assertThat(config.data())
                .isEqualTo(new DataConfig(
                        fourSources(),
                        "SELECT * FROM a JOIN b USING (g)",
                        "k",
                        "g",
                        twoChecks(),
                        Map.of(
                                "forward", new DataRule("x >= k", Severity.ERROR),
                                "known", new DataRule("c IS NOT NULL", Severity.WARNING)),
                        7,
                        3,
                        new DriftConfig(
                                0.1,
                                new Percentage(0.3),
                                new Percentage(0.02),
                                new Percentage(0.15),
                                new Percentage(1),
                                Severity.ERROR)));
        assertThat(config.features())
                .isEqualTo(new FeaturesConfig(
                        List.of("x"),
                        List.of("c"),
                        new MissingConfig(MissingNumber.KEEP, MissingCategory.ALL_ZEROS),
                        Unseen.REFUSE,
                        12,
                        3,
                        Map.of("c", Encode.ORDINAL),
                        Map.of("c", List.of(new Label("a"), new Label("2"))),
                        5,
                        Map.of("x", Rescale.LOG_STANDARDISE)));
    }

    @Test
    void whatAModelTypeGivesIsTaken() throws IOException {
        IndicationConfig config = load("everything");

        assertThat(config.model("FIRST"))
                .isEqualTo(new ModelConfig(
                        config.data(),
                        config.split(),
                        config.features(),
                        "t",
                        "t > 0",
                        Task.REGRESSION,
                        TargetScale.LOG1P,
                        Weight.GROUP,
                        "linear",
                        new SampleTrainers.Linear(0.5, false, 10),
                        42,
                        Calibrate.NONE,
                        new Percentage(0.8),
                        StandardMetric.WAPE,
                        List.of(StandardMetric.MAPE, StandardMetric.RMSE),
                        null,
                        new GuardrailConfig(
                                Mode.REHEARSE,
                                WhenInconclusive.REFUSE,
                                20,
                                5,
                                new Percentage(0.1),
                                0.9,
                                List.of(new AcceptConfig(
                                        AcceptConfig.AlarmCode.SUSPECTED_LEAK, "x", "known at the start")),
                                rules())));
        assertThat(config.model("SECOND").threshold()).isEqualTo(new Threshold.Given(0.3));
        assertThat(config.model("THIRD").split()).isEqualTo(new SplitConfig.Folds(7, "pepper", 25));
        assertThat(config.model("FOURTH").split())
                .isEqualTo(new SplitConfig.Time(new Label("2018-06-01"), "begun", 90, 25));
    }

    @Test
    void aModelTypeMayBeJudgedByAnotherKindOfSplitThanTheFileSays() throws IOException {
        IndicationConfig config = load("folds");

        assertThat(config.split()).isEqualTo(new SplitConfig.Folds(5, null, 8));
        assertThat(config.model("AS_THE_FILE").split()).isEqualTo(new SplitConfig.Folds(5, "folds-as_the_file", 8));
        assertThat(config.model("MORE_FOLDS").split()).isEqualTo(new SplitConfig.Folds(10, "pepper", 8));
        assertThat(config.model("OTHER_SALT").split()).isEqualTo(new SplitConfig.Folds(5, "pepper", 8));
        assertThat(config.model("A_HOLDOUT").split())
                .isEqualTo(new SplitConfig.Holdout(new Percentage(0.3), "folds-a_holdout", 8));
        assertThat(config.model("A_COLUMN").split()).isEqualTo(new SplitConfig.Column("part", new Label("late"), 8));
        assertThat(config.model("BY_TIME").split()).isEqualTo(new SplitConfig.Time(new Label("2018"), "year", 0, 8));
        assertThat(config.model("BY_TIME").split().partition("trial"))
                .isEqualTo(new TimeSplit("2018", "year", 0, "trial"));
        assertThat(config.model("MORE_FOLDS").split().partition("trial"))
                .isEqualTo(new GroupFolds("trial", "pepper", 10));
    }

    private static List<RuleConfig> rules() {
        MarginAmount percent = new MarginAmount(0.05, Margin.Unit.FRACTION_OF_OPPONENT);
        MarginAmount number = new MarginAmount(0.5, Margin.Unit.METRIC);
        Opponent champion = new Opponent.Champion();
        return List.of(
                new RuleConfig(
                        StandardMetric.WAPE,
                        null,
                        null,
                        Opponent.Naive.MEDIAN,
                        percent,
                        null,
                        null,
                        null,
                        List.of(),
                        WhenInconclusive.REGISTER),
                new RuleConfig(
                        StandardMetric.WAPE,
                        null,
                        null,
                        champion,
                        null,
                        number,
                        "land",
                        25,
                        List.of(new Label("IT")),
                        null),
                new RuleConfig(StandardMetric.MAE, null, 9.5, null, null, null, null, null, List.of(), null),
                new RuleConfig(StandardMetric.R2, -0.5, null, null, null, null, null, null, List.of(), null));
    }

    /** So that a key that is added is added to the two tests above, too. */
    @Test
    void theFullExampleGivesEveryKeyAnotherValueThanItsDefault() throws IOException {
        JsonNode full = CanonicalJson.read(load("everything").canonicalJson(), JsonNode.class);
        JsonNode bare = CanonicalJson.read(load("minimal").canonicalJson(), JsonNode.class);
        List<String> unused = new ArrayList<>();
        for (String key : new TreeSet<>(SchemaKeys.of("indication.schema.json"))) {
            List<JsonNode> values = full.findValues(key);
            boolean isUsed =
                    values.stream().anyMatch(value -> !bare.findValues(key).contains(value));
            if (!isUsed) {
                unused.add(key);
            }
        }

        // What the full example says about trees it says about another trainer
        assertThat(unused).containsExactlyInAnyOrder("trees", "depth", "learning_rate", "subsample");
    }

    private static Map<String, SourceConfig> fourSources() {
        return Map.of(
                "a",
                SourceConfig.of("a.csv"),
                "b",
                SourceConfig.ofFiles(
                        "b-*.txt",
                        SourceFormat.CSV,
                        Map.of("g", ColumnType.TEXT, "x", ColumnType.NUMBER),
                        new CsvOptions(
                                Delimiter.SEMICOLON,
                                StandardCharsets.ISO_8859_1,
                                List.of("NA", "."),
                                DecimalMark.COMMA)),
                "c",
                new SourceConfig(null, "registry", "public.c", null, null, Map.of(), CsvOptions.USUAL, false),
                "d",
                new SourceConfig(
                        null,
                        "registry",
                        null,
                        "SELECT g FROM d",
                        null,
                        Map.of("g", ColumnType.TEXT),
                        CsvOptions.USUAL,
                        true));
    }

    private static Map<String, ColumnCheck> twoChecks() {
        return Map.of(
                "x",
                new ColumnCheck(ColumnKind.NUMBER, new Percentage(0.4), false, List.of(), -1.0, 99.0, Severity.WARNING),
                "c",
                new ColumnCheck(null, null, true, List.of(new Label("a"), new Label("2")), null, null, Severity.ERROR));
    }

    private IndicationConfig load(String name) throws IOException {
        byte[] yaml = Files.readAllBytes(Golden.file("good/" + name + ".yml"));
        return new ProjectFolder(dir).indication(name, yaml).load(name);
    }
}
