package io.plimsoll.local;

import static io.plimsoll.local.SmallProject.MODEL;
import static io.plimsoll.local.SmallProject.config;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.contracts.MemoryWorkspace;
import io.plimsoll.guard.Result;
import io.plimsoll.guard.VerdictReport.RuleReport;
import io.plimsoll.pipeline.RunReport;
import io.plimsoll.step.OutcomeCode;
import io.plimsoll.workspace.ModelVersion;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs after a champion's reign was ended by hand. */
class RetirementTest {
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);
    private static final SmallTable TABLE = SmallTable.of(120);

    @TempDir
    Path dir;

    private MemoryWorkspace workspace;
    private SmallProject project;

    @BeforeEach
    void registerAndRetireAChampion() {
        workspace = new MemoryWorkspace(NOW);
        project = new SmallProject(dir, workspace, NOW);
        assertThat(project.train(TABLE).code()).isEqualTo(OutcomeCode.FIRST_VERSION);
        workspace.models().retire(MODEL, "grace", "the target has changed");
    }

    @AfterEach
    void close() {
        assertThat(project.unexpected()).isEmpty();
        workspace.close();
    }

    /** With the champion in its place this is DIFFERENT_QUESTION, and nothing would ever be registered again. */
    @Test
    void aModelForAnotherTargetFacesNoChampionAndBecomesChampion() {
        RunReport report = project.train(TABLE.renamed("dose", "amount"), config("target: dose", "target: amount"));

        assertThat(championRule(report).result()).isEqualTo(Result.NOT_APPLICABLE);
        assertThat(report.code()).isEqualTo(OutcomeCode.GUARDRAIL_MET);
        assertThat(champion().version()).isEqualTo(2);
        assertThat(champion().verdict()).doesNotContain("\"champion\":");
    }

    @Test
    void aWorseModelIsMeasuredAgainstTheOtherRulesOnly() {
        RunReport report = project.train(TABLE, config("trees: 6", "trees: 3"));

        assertThat(championRule(report).result()).isEqualTo(Result.NOT_APPLICABLE);
        assertThat(report.version()).isEqualTo(2);
    }

    /** The retired version stays what it is: the same files are not registered twice, and are not champion by being made again. */
    @Test
    void theRetiredModelIsNotChampionByBeingTrainedAgain() {
        RunReport report = project.train(TABLE);

        assertThat(report.code()).isEqualTo(OutcomeCode.SAME_AS_VERSION);
        assertThat(workspace.models().alias(MODEL, ModelVersion.CHAMPION)).isEmpty();
    }

    private ModelVersion champion() {
        return workspace.models().alias(MODEL, ModelVersion.CHAMPION).orElseThrow();
    }

    private static RuleReport championRule(RunReport report) {
        return Objects.requireNonNull(report.verdict()).rules().stream()
                .filter(rule -> rule.rule().contains("champion"))
                .findFirst()
                .orElseThrow();
    }
}
