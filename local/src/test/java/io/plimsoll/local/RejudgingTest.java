package io.plimsoll.local;

import static io.plimsoll.local.SmallProject.MODEL;
import static io.plimsoll.local.SmallProject.config;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.canonical.CanonicalJson;
import io.plimsoll.contracts.MemoryWorkspace;
import io.plimsoll.evaluate.Judgement;
import io.plimsoll.guard.Decision;
import io.plimsoll.guard.FindingCode;
import io.plimsoll.guard.Result;
import io.plimsoll.guard.VerdictReport;
import io.plimsoll.guard.VerdictReport.RuleReport;
import io.plimsoll.pipeline.RunReport;
import io.plimsoll.step.StepName;
import io.plimsoll.workspace.ModelVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Registered versions that are judged once more. */
class RejudgingTest extends InOneProject {
    private static final SmallTable TABLE = SmallTable.of(120);
    private static final String BETTER = "trees: 20";
    private static final String FOLDS = "folds: 5, salt: salt";

    @Test
    void withoutAChampionNowAsThenTheJudgementIsTheRecordedOne() throws IOException {
        requireAsRecorded(config());
    }

    @Test
    void classesAndSlicesAreJudgedAsThen() throws IOException {
        requireAsRecorded(config(
                "holdout: 20%",
                "holdout: 60%",
                "target: dose",
                "target: active",
                "task: regression",
                "task: classification",
                "metric: mae\n",
                "metric: auc\n    threshold: best_f1\n    weight: group\n",
                "{metric: mae, against: champion, worse_by_at_most: 1%}",
                "{metric: auc, at_least: 0.55, slice: land, min_rows: 10}",
                "{metric: mae, against: median, better_by: 5%}",
                "{metric: log_loss, against: train, worse_by_at_most: 400%}",
                "min_groups: 10\n",
                "min_groups: 10\n      suspicious: 1\n"));
    }

    @Test
    void foldsAreJudgedAsThen() throws IOException {
        requireAsRecorded(config("holdout: 20%, salt: salt", FOLDS));
    }

    /** As a run in a workspace decides where that champion was first. */
    @Test
    void theChampionOfTheMomentIsMet() {
        requireAsTrainedAgainst(config("trees: 6", BETTER), config());
    }

    @Test
    void theRecipeOfTheChampionOfTheMomentIsMetUnderFolds() {
        requireAsTrainedAgainst(
                config("holdout: 20%, salt: salt", FOLDS, "trees: 6", BETTER),
                config("holdout: 20%, salt: salt", FOLDS));
    }

    @Test
    void aVersionIsNotTheLastRegisteredOneThatItMustBeat() {
        String rule = "{metric: mae, against: last-registered, better_by: 1%}";
        String line = "{metric: mae, against: champion, worse_by_at_most: 1%}";
        ModelVersion first = registered(config(line, rule));
        assertThat(verdict(project.judge(first)).rules().get(0).result()).isEqualTo(Result.NOT_APPLICABLE);
        RunReport report = project.train(TABLE, config(line, rule, "trees: 6", BETTER));
        assertThat(report.version()).isEqualTo(2);

        Judgement again = project.judge(made(report));

        assertThat(verdict(again)).isEqualTo(report.verdict());
        assertThat(verdict(again).rules().get(0).result()).isEqualTo(Result.PASS);
    }

    @Test
    void itIsNoFurtherAttemptAndLeavesNothingBehind() {
        ModelVersion first = registered(config());
        registered(config("trees: 6", BETTER));
        List<String> evidence = evidence(first);

        int before = project.judge(first).verdictReport().attempts().candidates();
        int after = project.judge(first).verdictReport().attempts().candidates();

        assertThat(before).isEqualTo(2);
        assertThat(after).isEqualTo(2);
        assertThat(evidence(first)).isEqualTo(evidence);
        assertThat(workspace.runs().latest(10)).hasSize(2);
        assertThat(workspace.models().versions(MODEL)).hasSize(2);
        assertThat(champion().version()).isEqualTo(2);
    }

    @Test
    void aChampionWithAnotherSelectCannotBeRunOverASnapshot() {
        ModelVersion first = registered(config());
        registered(config("FROM sites", "FROM sites WHERE size IS NULL OR size >= 0", "trees: 6", BETTER));

        Judgement again = project.judge(first);

        RuleReport rule = verdict(again).rules().get(0);
        assertThat(rule.result()).isEqualTo(Result.NOT_COMPARABLE);
        assertThat(rule.code()).isEqualTo(FindingCode.OPPONENT_UNLOADABLE);
        assertThat(rule.explanation())
                .isEqualTo(
                        "lung-dose@2 cannot be run: it needs another SELECT than the one of which lung@1 keeps the rows");
        assertThat(again.decision().kind()).isEqualTo(Decision.Kind.REFUSE);
    }

    /** The very files are judged, also where the record would train others. */
    @Test
    void theStoredFilesAreJudgedAndNothingIsTrained() {
        ModelVersion first = registered(config());
        project.on(new UntrainableEngine(new LocalEngine()));

        assertThat(project.judge(first).decision().kind()).isEqualTo(Decision.Kind.REGISTER);
    }

    private void requireAsRecorded(String yaml) throws IOException {
        ModelVersion version = registered(yaml);
        workspace.models().retire(MODEL, "grace", "to be judged again");
        Files.delete(dir.resolve("sites.csv"));

        Judgement again = project.judge(version);

        assertThat(again.champion()).isEmpty();
        assertThat(CanonicalJson.text(again.report())).isEqualTo(version.verdict());
    }

    /** @param better of the two it is the champion of the moment; the other one was registered before */
    private void requireAsTrainedAgainst(String better, String other) {
        ModelVersion judged = registered(other);
        registered(better);

        Judgement again = project.judge(judged);

        RunReport turned = turned(better, other);
        assertThat(turned.modelSha256()).isEqualTo(judged.sha256());
        assertThat(verdict(again)).isEqualTo(turned.verdict());
        assertThat(again.decision().kind().name()).isEqualTo(turned.decision()).isEqualTo("REFUSE");
        assertThat(again.champion()).hasValue(2);
        assertThat(Objects.requireNonNull(verdict(again).rules().get(0).measure())
                        .over()
                        .rows())
                .isPositive();
    }

    private RunReport turned(String better, String other) {
        try (MemoryWorkspace elsewhere = new MemoryWorkspace(NOW)) {
            SmallProject there = new SmallProject(dir, elsewhere, NOW);
            there.train(TABLE, better);
            return there.train(TABLE, other);
        }
    }

    private List<String> evidence(ModelVersion version) {
        return Stream.of("holdout.csv", "opponents.csv", "metrics.json", "verdict.json", "findings.json")
                .map(name -> workspace.artifacts().evidence(version.runId(), StepName.EVALUATE.folder() + "/" + name))
                .map(bytes -> new String(bytes.orElseThrow(), StandardCharsets.UTF_8))
                .toList();
    }

    private static VerdictReport verdict(Judgement judgement) {
        return judgement.verdictReport();
    }

    private ModelVersion registered(String yaml) {
        RunReport report = project.train(TABLE, yaml);
        assertThat(report.version()).as(report.reason()).isNotNull();
        return made(report);
    }

    private ModelVersion made(RunReport report) {
        return workspace.models().madeBy(report.run()).get(0);
    }

    private ModelVersion champion() {
        return workspace.models().alias(MODEL, ModelVersion.CHAMPION).orElseThrow();
    }
}
