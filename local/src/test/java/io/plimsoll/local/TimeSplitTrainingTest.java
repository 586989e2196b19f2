package io.plimsoll.local;

import static io.plimsoll.local.SmallProject.MODEL;
import static io.plimsoll.local.SmallProject.config;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.data.GroupHash;
import io.plimsoll.guard.Measure;
import io.plimsoll.guard.VerdictReport.RuleReport;
import io.plimsoll.pipeline.Likeness;
import io.plimsoll.pipeline.RunReport;
import io.plimsoll.step.OutcomeCode;
import io.plimsoll.workspace.ModelVersion;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Models that are judged on the trials of later years. Trial n is from the years 2000 + n % 20 and, if n is odd, the year after. */
class TimeSplitTrainingTest extends InOneProject {
    private static final int TRIALS = 120;
    private static final String HASH = "split: {holdout: 20%, salt: salt}";
    private static final String TIME = "split: {from: 2012, on: began}";
    private static final SmallTable TABLE = began(TRIALS);

    @Test
    void aModelIsTrainedOnEarlierAndJudgedOnLaterTrials() {
        RunReport report = project.train(TABLE, config(HASH, "split: {from: 2012, on: began, gap: 1}"));

        assertThat(report.errors()).isEmpty();
        assertThat(report.code()).isEqualTo(OutcomeCode.FIRST_VERSION);
        assertThat(measure(Objects.requireNonNull(report.verdict()).rules().get(1))
                        .over()
                        .rows())
                .isEqualTo((int) rows(2012, 2100));
        ModelVersion version = champion();
        assertThat(version.tags())
                .containsEntry("split", "{\"from\":\"2012\",\"gap\":1.0,\"group\":\"trial\",\"on\":\"began\"}");
    }

    @Test
    void theSameDataInAnotherOrderGiveTheSameModelAndItCanBeRebuilt() {
        project.train(TABLE, config(HASH, TIME));

        assertThat(project.train(TABLE.shuffled(5), config(HASH, TIME)).code()).isEqualTo(OutcomeCode.SAME_AS_VERSION);
        assertThat(project.rebuild(champion(), SmallProject.BUILD, 1).likeness())
                .isEqualTo(Likeness.IDENTICAL);
    }

    @Test
    void theSameRowsAreAllComparableToAChampionOfTheSameSplit() {
        project.train(TABLE, config(HASH, TIME));

        Measure measure = measure(championRule(project.train(TABLE, config(HASH, TIME, "trees: 6", "trees: 20"))));

        assertThat(measure.over().dropped()).isZero();
        assertThat(measure.over().rows()).isEqualTo((int) rows(2012, 2100));
    }

    /** Whether trials that straddle were known to do so is not known of other data: their rows are dropped. */
    @Test
    void ofOtherRowsOnlyTrialsThatAreWhollyLateAreComparable() {
        project.train(TABLE, config(HASH, TIME));

        Measure measure =
                measure(championRule(project.train(began(TRIALS + 1), config(HASH, TIME, "trees: 6", "trees: 20"))));

        int straddling = TRIALS / 20 * 2;
        assertThat(measure.over().dropped()).isEqualTo(straddling);
        assertThat(measure.over().rows()).isEqualTo((int) rows(2012, 2100) - straddling);
    }

    @Test
    void aTimeSplitIsJudgedAgainstAChampionThatWasSplitByHash() {
        project.train(TABLE, config());

        Measure measure = measure(championRule(project.train(TABLE, config(HASH, TIME))));

        GroupHash hash = new GroupHash("trial", "salt", 0.2);
        long common = IntStream.range(0, TRIALS * 5)
                .filter(id -> year(id) >= 2012 && hash.holdsOut("t" + id / 5))
                .count();
        assertThat(measure.over().rows()).isEqualTo((int) common);
        assertThat(measure.over().dropped()).isEqualTo((int) (rows(2012, 2100) - common));
    }

    @Test
    void aHashedSplitIsJudgedAgainstAChampionThatWasSplitByTime() {
        project.train(TABLE, config(HASH, TIME));

        Measure measure = measure(championRule(project.train(TABLE, config("trees: 6", "trees: 20"))));

        GroupHash hash = new GroupHash("trial", "salt", 0.2);
        long common = IntStream.range(0, TRIALS * 5)
                .filter(id -> id / 5 % 20 >= 11 && hash.holdsOut("t" + id / 5))
                .count();
        assertThat(measure.over().rows()).isEqualTo((int) common);
    }

    @Test
    void whatCannotBePartedByTimeIsSaid() {
        assertThat(errors("split: {from: 2012, on: start}"))
                .containsExactly("error[DATA_INVALID]: the modelling table has no column 'start', split.on");
        assertThat(errors("split: {from: 2012-01-01, on: began}"))
                .containsExactly(
                        "error[DATA_INVALID]: the column of the split is INTEGER, and split.from or split.gap is"
                                + " not of that kind, column 'began'");
        assertThat(errors("split: {from: 2012, on: land}"))
                .containsExactly(
                        "error[DATA_INVALID]: the column of the split is TEXT, which tells no time, column 'land'");
        assertThat(errors("split: {column: part, holdout: 1}"))
                .containsExactly("error[DATA_INVALID]: the modelling table has no column 'part', split.column");
        assertThat(errors("split: {column: began, holdout: 2012}").get(0))
                .matches(
                        "error\\[DATA_INVALID]: the split parts [0-9]+ groups: some rows are held out and others are not,"
                                + " column 'trial'");
    }

    private List<String> errors(String split) {
        return project.train(TABLE, config(HASH, split)).errors().stream()
                .map(error -> error.line())
                .toList();
    }

    private ModelVersion champion() {
        return workspace.models().alias(MODEL, ModelVersion.CHAMPION).orElseThrow();
    }

    private static SmallTable began(int trials) {
        SmallTable table = SmallTable.of(trials);
        List<String> header = IntStream.rangeClosed(0, table.header().size())
                .mapToObj(i ->
                        i == table.header().size() ? "began" : table.header().get(i))
                .toList();
        List<List<String>> rows = table.rows().stream()
                .map(row -> IntStream.rangeClosed(0, row.size())
                        .mapToObj(i ->
                                i == row.size() ? Integer.toString(year(Integer.parseInt(row.get(0)))) : row.get(i))
                        .toList())
                .toList();
        return new SmallTable(header, rows);
    }

    private static int year(int id) {
        int trial = id / 5;
        return 2000 + trial % 20 + (trial % 2 == 1 && id % 5 > 2 ? 1 : 0);
    }

    private static long rows(int from, int until) {
        return IntStream.range(0, TRIALS * 5)
                .filter(id -> year(id) >= from && year(id) < until)
                .count();
    }

    private static RuleReport championRule(RunReport report) {
        assertThat(report.errors()).isEmpty();
        return Objects.requireNonNull(report.verdict()).rules().get(0);
    }

    private static Measure measure(RuleReport rule) {
        return Objects.requireNonNull(rule.measure(), rule.explanation());
    }
}
