package io.plimsoll.local;

import static io.plimsoll.local.SmallProject.config;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.config.SourceConfig;
import io.plimsoll.contracts.MemoryWorkspace;
import io.plimsoll.contracts.Rounds;
import io.plimsoll.pipeline.RunReport;
import io.plimsoll.pipeline.TrainingPlan;
import io.plimsoll.read.SourceSpec;
import io.plimsoll.step.StepName;
import io.plimsoll.step.StepStatus;
import io.plimsoll.upkeep.Doctor;
import io.plimsoll.workspace.StepRecord;
import io.plimsoll.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A model that an earlier run has trained is judged, when it is taken up again, just as it would be if it were trained again. */
class ReusedModelTest {
    private static final SmallTable TABLE = SmallTable.of(150);

    @TempDir
    private Path dir;

    @BeforeAll
    static void takeLongOnce() {
        Rounds.onFirstJdkOnly();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "settings: {trees: 6, depth: 3, learning_rate: 0.3}",
                "trainer: random-forest|settings: {trees: 5}",
                "trainer: linear",
                "trainer: naive",
                "target_scale: log1p|weight: group|intervals: 80%",
            })
    void ofEveryTrainer(String model) {
        assertJudgedAlike(config("settings: {trees: 6, depth: 3, learning_rate: 0.3}", model.replace("|", "\n    ")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{folds: 4, salt: salt}", "{from: 2016, on: year}", "{holdout: 20%, salt: other}"})
    void ofEverySplit(String split) {
        assertJudgedAlike(config("{holdout: 20%, salt: salt}", split));
    }

    @ParameterizedTest
    @ValueSource(strings = {"encode: {land: target}", "rescale: {size: log_standardise}", "encode: {land: frequency}"})
    void ofEveryTransformation(String features) {
        assertJudgedAlike(config("categorical: [land]}", "categorical: [land], " + features + "}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"calibrate: isotonic", "threshold: best_f1"})
    void ofClasses(String more) {
        assertJudgedAlike(config(
                "target: dose", "target: active",
                "task: regression", "task: classification\n    " + more,
                "metric: mae\n", "metric: auc\n",
                "{metric: mae, against: champion, worse_by_at_most: 1%}",
                        "{metric: auc, against: champion, worse_by_at_most: 0.01}",
                "{metric: mae, against: median, better_by: 5%}", "{metric: auc, at_least: 0.55}"));
    }

    @Test
    void ofSourcesThatGoWithTheModel() throws IOException {
        Files.writeString(dir.resolve("lands.csv"), "land,far\nIT,1\n中国,2\n");

        assertJudgedAlike(config(
                "{sites: sites.csv}, query: SELECT * FROM sites",
                "{sites: sites.csv, lands: {path: lands.csv, reference: true}},"
                        + " query: \"SELECT s.*, l.far FROM sites s LEFT JOIN lands l ON l.land = s.land\"",
                "[size, year]",
                "[size, year, far]"));
    }

    /** Once by a run that takes the model up again, and once by a run that trains it. */
    private void assertJudgedAlike(String yaml) {
        String other = yaml.replace("worse_by_at_most: 1%", "worse_by_at_most: 2%")
                .replace("worse_by_at_most: 0.01", "worse_by_at_most: 0.02");
        assertThat(other).isNotEqualTo(yaml);
        try (MemoryWorkspace one = new MemoryWorkspace(InOneProject.NOW);
                MemoryWorkspace two = new MemoryWorkspace(InOneProject.NOW)) {
            RunReport reused = second(one, yaml, other, true);
            RunReport anew = second(two, yaml, other, false);

            assertThat(taken(one, reused)).containsExactly(StepName.EVALUATE, StepName.REGISTER);
            assertThat(taken(two, anew)).hasSize(8);
            assertThat(reused.modelSha256()).isEqualTo(anew.modelSha256());
            assertThat(reused.metrics()).isEqualTo(anew.metrics());
            assertThat(reused.verdict()).isEqualTo(anew.verdict());
            assertThat(reused.decision()).isEqualTo(anew.decision());
            assertThat(reused.judged()).isEqualTo(anew.judged());
            assertThat(one.artifacts().evidence(reused.run(), "07-evaluate/seal.json"))
                    .hasValueSatisfying(seal -> assertThat(seal)
                            .isEqualTo(two.artifacts()
                                    .evidence(anew.run(), "07-evaluate/seal.json")
                                    .orElseThrow()));
            assertThat(new Doctor(one, InOneProject.NOW).defects()).isEmpty();
        }
    }

    private RunReport second(Workspace workspace, String yaml, String other, boolean reuse) {
        SmallProject project = new SmallProject(dir, workspace, InOneProject.NOW);
        RunReport first = project.train(plan(project, yaml));
        assertThat(first.errors()).isEmpty();
        TrainingPlan plan = plan(project, other);
        RunReport second = project.train(reuse ? plan : plan.anew());
        assertThat(second.errors()).isEmpty();
        assertThat(project.unexpected()).isEmpty();
        return second;
    }

    private TrainingPlan plan(SmallProject project, String yaml) {
        TrainingPlan plan = project.plan(TABLE.csv(), yaml, StepName.REGISTER, 2);
        List<SourceSpec> sources = new ArrayList<>();
        plan.model()
                .data()
                .sources()
                .forEach((String name, SourceConfig source) ->
                        sources.add(new SourceSpec(name, dir.resolve(String.valueOf(source.path())), source)));
        return new TrainingPlan(
                plan.config(),
                plan.modelType(),
                sources,
                plan.admission(),
                plan.experiment(),
                plan.until(),
                plan.reuse(),
                plan.limits());
    }

    private static List<StepName> taken(Workspace workspace, RunReport report) {
        return workspace.runs().find(report.run()).orElseThrow().steps().stream()
                .filter(step -> step.status() == StepStatus.SUCCEEDED)
                .map(StepRecord::name)
                .toList();
    }
}
