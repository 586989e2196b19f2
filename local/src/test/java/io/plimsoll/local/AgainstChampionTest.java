package io.plimsoll.local;

import static io.plimsoll.local.SmallProject.MODEL;
import static io.plimsoll.local.SmallProject.config;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.contracts.MemoryWorkspace;
import io.plimsoll.data.GroupHash;
import io.plimsoll.guard.FindingCode;
import io.plimsoll.guard.Measure;
import io.plimsoll.guard.Result;
import io.plimsoll.guard.VerdictReport.RuleReport;
import io.plimsoll.pipeline.RunReport;
import io.plimsoll.step.Outcome;
import io.plimsoll.step.OutcomeCode;
import io.plimsoll.workspace.ModelVersion;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Second models, judged against the first. */
class AgainstChampionTest {
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);
    private static final int TRIALS = 120;
    private static final SmallTable TABLE = SmallTable.of(TRIALS);
    private static final String CHAMPION_RULE = "mae worse than champion by at most 1%";

    @TempDir
    Path dir;

    private MemoryWorkspace workspace;
    private SmallProject project;

    @BeforeEach
    void registerAChampion() {
        workspace = new MemoryWorkspace(NOW);
        project = new SmallProject(dir, workspace, NOW);
        assertThat(project.train(TABLE).code()).isEqualTo(OutcomeCode.FIRST_VERSION);
    }

    @AfterEach
    void close() {
        assertThat(project.unexpected()).isEmpty();
        workspace.close();
    }

    @Test
    void aBetterModelBecomesChampion() {
        RunReport report = project.train(TABLE, config("trees: 6", "trees: 20"));

        assertThat(report.code()).isEqualTo(OutcomeCode.GUARDRAIL_MET);
        assertThat(report.version()).isEqualTo(2);
        assertThat(champion().version()).isEqualTo(2);
        assertThat(champion().verdict()).contains("\"champion\":1");
        RuleReport rule = championRule(report);
        assertThat(rule.result()).isEqualTo(Result.PASS);
        assertThat(measure(rule).over().dropped()).isZero();
        assertThat(measure(rule).over().rows()).isEqualTo(holdoutGroups(0.2) * 5);
        assertThat(measure(rule).over().groups()).isEqualTo(holdoutGroups(0.2));
    }

    @Test
    void theChampionIsScoredAgainAndHasTheValueThatItHad() {
        double before = metric(project.train(TABLE, config("trees: 6", "trees: 9")));

        RunReport report = project.train(TABLE, config("trees: 6", "trees: 20"));

        assertThat(measure(championRule(report)).opponent()).isEqualTo(before);
        assertThat(measure(championRule(report)).candidate()).isEqualTo(metric(report));
    }

    @Test
    void aWorseModelIsRefusedWithWhatWouldHavePassed() {
        RunReport report = project.train(TABLE, config("trees: 6", "trees: 2"));

        assertThat(report.outcome()).isEqualTo(Outcome.NOT_REGISTERED);
        assertThat(report.code()).isEqualTo(OutcomeCode.GUARDRAIL_NOT_MET);
        assertThat(report.exit()).isEqualTo(3);
        assertThat(report.version()).isNull();
        assertThat(report.errors()).isEmpty();
        assertThat(report.reason())
                .isEqualTo(championRule(report).explanation())
                .matches("mae is [0-9.]+ against [0-9.]+ of the champion on [0-9]+ common rows in [0-9]+ groups:"
                        + " [0-9.]+% worse, between [0-9.]+% and [0-9.]+% worse \\(95%\\); the whole range misses the"
                        + " line; mae of about [0-9.]+ or less would have passed");
        assertThat(champion().version()).isEqualTo(1);
        assertThat(workspace.models().versions(MODEL)).hasSize(1);
    }

    @Test
    void aFormerVersionIsNotRegisteredAgainThoughAnotherIsChampion() {
        project.train(TABLE, config("trees: 6", "trees: 20"));

        RunReport report = project.train(TABLE);

        assertThat(report.code()).isEqualTo(OutcomeCode.SAME_AS_VERSION);
        assertThat(report.version()).isEqualTo(1);
        assertThat(champion().version()).isEqualTo(2);
    }

    @Test
    void anotherTargetIsAnotherQuestion() {
        RunReport report = project.train(TABLE.renamed("dose", "amount"), config("target: dose", "target: amount"));

        requireOther(
                report,
                FindingCode.DIFFERENT_QUESTION,
                "lung-dose@1 has another target, so no figure of it can be compared");
    }

    @Test
    void anotherFilterIsAnotherQuestion() {
        RunReport report = project.train(TABLE, config("target: dose", "train_where: dose > 15\n    target: dose"));

        requireOther(
                report,
                FindingCode.DIFFERENT_QUESTION,
                "lung-dose@1 has another train_where, so no figure of it can be compared");
    }

    /** The target is still there under its name, but the champion wants a column that is not. */
    @Test
    void aChampionWhoseColumnsAreGoneCannotBeRun() {
        RunReport report = project.train(
                TABLE.renamed("year", "first_year"), config("numeric: [size, year]", "numeric: [size, first_year]"));

        requireOther(
                report,
                FindingCode.OPPONENT_UNLOADABLE,
                "lung-dose@1 needs columns that its SELECT no longer gives: year");
    }

    @Test
    void aChampionsOwnSelectIsRunAndJoinedByKey() {
        RunReport report = project.train(
                TABLE,
                config(
                        "query: SELECT * FROM sites",
                        "query: 'SELECT *, size * 1.0 AS weight FROM sites WHERE id % 2 = 0'",
                        "numeric: [size, year]",
                        "numeric: [weight, year]"));

        Measure measure = measure(championRule(report));
        assertThat(measure.over().rows()).isBetween(holdoutGroups(0.2) * 2, holdoutGroups(0.2) * 3);
        assertThat(measure.over().dropped()).isZero();
    }

    @Test
    void rowsThatTheChampionWasTrainedOnAreDroppedWhenTheHoldoutGrows() {
        RunReport report = project.train(TABLE, config("holdout: 20%", "holdout: 30%", "trees: 6", "trees: 20"));

        Measure measure = measure(championRule(report));
        assertThat(measure.over().groups()).isEqualTo(holdoutGroups(0.2));
        assertThat(measure.over().rows()).isEqualTo(holdoutGroups(0.2) * 5);
        assertThat(measure.over().dropped()).isEqualTo((holdoutGroups(0.3) - holdoutGroups(0.2)) * 5);
        assertThat(championRule(report).explanation())
                .contains("(" + measure.over().dropped() + " dropped)");
    }

    @Test
    void noRowIsDroppedWhenTheHoldoutShrinks() {
        project.train(TABLE, config("holdout: 20%", "holdout: 30%", "trees: 6", "trees: 20"));
        assertThat(champion().version()).isEqualTo(2);

        RunReport report = project.train(TABLE, config("trees: 6", "trees: 21"));

        assertThat(measure(championRule(report)).over().rows()).isEqualTo(holdoutGroups(0.2) * 5);
        assertThat(measure(championRule(report)).over().dropped()).isZero();
    }

    @Test
    void aChampionOfAnotherSaltIsComparedOnTheRowsThatNeitherTrainedOn() {
        RunReport report = project.train(TABLE, config("salt: salt", "salt: other", "min_groups: 10", "min_groups: 2"));

        Measure measure = measure(championRule(report));
        assertThat(measure.over().groups()).isEqualTo((int) groups(0.2, "salt", "other"));
        assertThat(measure.over().rows() + measure.over().dropped()).isEqualTo((int) groups(0.2, "other", "other") * 5);
    }

    @Test
    void newTrialsJoinTheSideThatTheirHashSaysAndTheOthersStay() {
        RunReport report = project.train(SmallTable.of(TRIALS * 2), config("trees: 6", "trees: 20"));

        Measure measure = measure(championRule(report));
        assertThat(measure.over().dropped()).isZero();
        assertThat(measure.over().groups()).isEqualTo((int) IntStream.range(0, TRIALS * 2)
                .filter(i -> new GroupHash("trial", "salt", 0.2).holdsOut("t" + i))
                .count());
    }

    private void requireOther(RunReport report, FindingCode code, String why) {
        RuleReport rule = championRule(report);
        assertThat(report.errors()).isEmpty();
        assertThat(rule.result()).isEqualTo(Result.NOT_COMPARABLE);
        assertThat(rule.code()).isEqualTo(code);
        assertThat(rule.explanation()).isEqualTo(why);
        assertThat(report.code()).isEqualTo(OutcomeCode.GUARDRAIL_NOT_MET);
        assertThat(report.reason()).isEqualTo(why);
        assertThat(champion().version()).isEqualTo(1);
    }

    private ModelVersion champion() {
        return workspace.models().alias(MODEL, ModelVersion.CHAMPION).orElseThrow();
    }

    private static RuleReport championRule(RunReport report) {
        assertThat(report.errors()).isEmpty();
        return Objects.requireNonNull(report.verdict()).rules().stream()
                .filter(rule -> rule.rule().equals(CHAMPION_RULE))
                .findFirst()
                .orElseThrow();
    }

    private static Measure measure(RuleReport rule) {
        return Objects.requireNonNull(rule.measure(), rule.explanation());
    }

    private static double metric(RunReport report) {
        return Objects.requireNonNull(report.metrics().get("mae")).value();
    }

    private static int holdoutGroups(double fraction) {
        return (int) groups(fraction, "salt", "salt");
    }

    /** Trials that both salts put below the line. */
    private static long groups(double fraction, String salt, String other) {
        return IntStream.range(0, TRIALS)
                .mapToObj(i -> "t" + i)
                .filter(new GroupHash("trial", salt, fraction)::holdsOut)
                .filter(new GroupHash("trial", other, fraction)::holdsOut)
                .count();
    }
}
