package io.plimsoll.guard;

import static io.plimsoll.guard.Scores.TILES;
import static io.plimsoll.guard.Scores.atLeast;
import static io.plimsoll.guard.Scores.atMost;
import static io.plimsoll.guard.Scores.betterBy;
import static io.plimsoll.guard.Scores.guardrail;
import static io.plimsoll.guard.Scores.only;
import static io.plimsoll.guard.Scores.predicting;
import static io.plimsoll.guard.Scores.tiled;
import static io.plimsoll.guard.Scores.worseByAtMost;
import static io.plimsoll.metric.Metered.BASELINE;
import static io.plimsoll.metric.Metered.row;
import static io.plimsoll.metric.Metered.rows;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.metric.Metered;
import io.plimsoll.metric.Metering;
import io.plimsoll.metric.ScoredRows;
import io.plimsoll.metric.StandardMetric;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgeTest {
    private static final Opponent CHAMPION = new Opponent.Champion();

    @ParameterizedTest
    @CsvSource({"0.5, PASS", "0.4999, PASS", "0.5001, FAIL"})
    void aMetricThatIsBetterWhenLargerPassesOnItsLineAndAbove(double limit, Result result) {
        Finding finding = judge(atLeast(StandardMetric.ACCURACY, limit), row(0, 1), row(1, 1));

        assertThat(finding.result()).isEqualTo(result);
        assertThat(finding.code()).isEqualTo(FindingCode.MEASURED);
        assertThat(measure(finding).observed()).isEqualTo(0.5);
        assertThat(measure(finding).over()).isEqualTo(new Measure.Extent(40, 20, 0));
    }

    @ParameterizedTest
    @CsvSource({"0.5, PASS", "0.5001, PASS", "0.4999, FAIL"})
    void aLossPassesOnItsLineAndBelow(double limit, Result result) {
        assertThat(judge(atMost(StandardMetric.MAE, limit), row(1, 2), row(1, 3))
                        .result())
                .isEqualTo(result);
    }

    /** The candidate's loss is 3. */
    @ParameterizedTest
    @CsvSource({
        "4,    1,  METRIC,               FAIL",
        "4.25, 1,  METRIC,               PASS",
        "4,    25%,FRACTION_OF_OPPONENT, FAIL",
        "4.25, 25%,FRACTION_OF_OPPONENT, PASS",
        "3,    0,  METRIC,               FAIL",
        "2,    0,  METRIC,               FAIL",
    })
    void aLossMustBeSmallerByMoreThanTheMargin(double theirs, String amount, Margin.Unit unit, Result result) {
        Finding finding = judge(
                betterBy(StandardMetric.MAE, CHAMPION, amountOf(amount), unit),
                row(0, 0),
                row(3, 3),
                predicting(theirs, -theirs));

        assertThat(finding.result()).isEqualTo(result);
    }

    @ParameterizedTest
    @CsvSource({
        "2,    1,  METRIC,               PASS",
        "1.75, 1,  METRIC,               FAIL",
        "2,    50%,FRACTION_OF_OPPONENT, PASS",
        "1.75, 50%,FRACTION_OF_OPPONENT, FAIL",
        "3,    0,  METRIC,               PASS",
        "4,    0,  METRIC,               PASS",
    })
    void aLossMayBeLargerByTheMargin(double theirs, String amount, Margin.Unit unit, Result result) {
        Finding finding = judge(
                worseByAtMost(StandardMetric.MAE, CHAMPION, amountOf(amount), unit),
                row(0, 0),
                row(3, 3),
                predicting(theirs, -theirs));

        assertThat(finding.result()).isEqualTo(result);
    }

    /** The candidate is right on two of four rows, the opponent on one: which side the estimate is on, since four rows have no narrow interval. */
    @ParameterizedTest
    @CsvSource({"0.25, false", "0.2, true"})
    void aMetricThatIsBetterWhenLargerMustBeLargerByMoreThanTheMargin(double amount, boolean meets) {
        Finding finding = judge(
                betterBy(StandardMetric.ACCURACY, CHAMPION, amount, Margin.Unit.METRIC),
                row(1, 1, 0, 0),
                row(1, 0, 1, 0),
                predicting(1, 0, 1, 1));

        assertThat(finding.estimateMeets()).isEqualTo(meets);
        assertThat(measure(finding).observed()).isEqualTo(0.25);
        assertThat(measure(finding).opponent()).isEqualTo(0.25);
    }

    @ParameterizedTest
    @CsvSource({"0.25, true", "0.2, false"})
    void aMetricThatIsBetterWhenLargerMayBeSmallerByTheMargin(double amount, boolean meets) {
        Finding finding = judge(
                worseByAtMost(StandardMetric.ACCURACY, CHAMPION, amount, Margin.Unit.METRIC),
                row(1, 1, 0, 0),
                row(1, 0, 1, 1),
                predicting(1, 0, 1, 0));

        assertThat(finding.estimateMeets()).isEqualTo(meets);
        assertThat(measure(finding).observed()).isEqualTo(-0.25);
    }

    @Test
    void bothAreMeasuredOnTheComparableRowsOnly() {
        Standing standing = new Standing.Scored(row(5, Double.NaN, 5), new boolean[] {true, false, true});

        Finding finding = judge(
                betterBy(StandardMetric.MAE, CHAMPION, 1, Margin.Unit.METRIC),
                row(4, 4, 4),
                row(4, 1000, 4),
                opponent -> standing);

        assertThat(finding.result()).isEqualTo(Result.FAIL);
        assertThat(measure(finding).over()).isEqualTo(new Measure.Extent(2 * TILES, TILES, TILES));
    }

    @Test
    void anOpponentThatSawEveryRowCannotBeCompared() {
        Standing standing = new Standing.Scored(row(5, 5), new boolean[2]);

        Finding finding = judge(worst(), row(4, 4), row(4, 4), opponent -> standing);

        assertThat(finding.result()).isEqualTo(Result.NOT_COMPARABLE);
        assertThat(finding.code()).isEqualTo(FindingCode.OPPONENT_SAW_HOLDOUT);
    }

    @Test
    void withoutAnyHoldoutNobodyIsToBlame() {
        Finding finding = judge(worst(), row(), row(), predicting());

        assertThat(finding.result()).isEqualTo(Result.NOT_COMPARABLE);
        assertThat(finding.code()).isEqualTo(FindingCode.NO_ROWS);
    }

    @Test
    void anAbsentOpponentMakesARuleNotApplicable() {
        Finding finding = judge(worst(), row(4, 4), row(4, 4), opponent -> new Standing.Absent());

        assertThat(finding.result()).isEqualTo(Result.NOT_APPLICABLE);
        assertThat(finding.code()).isEqualTo(FindingCode.NO_OPPONENT_YET);
    }

    @Test
    void anOpponentThatCannotBeComparedSaysWhy() {
        Standing standing = new Standing.NotComparable(FindingCode.DIFFERENT_QUESTION, "it has another target");

        Finding finding = judge(worst(), row(4, 4), row(4, 4), opponent -> standing);

        assertThat(finding.result()).isEqualTo(Result.NOT_COMPARABLE);
        assertThat(finding.code()).isEqualTo(FindingCode.DIFFERENT_QUESTION);
        assertThat(finding.explanation()).isEqualTo("it has another target");
    }

    @Test
    void nothingIsAPercentageOfAPerfectOpponent() {
        Rule percent = worseByAtMost(StandardMetric.MAE, CHAMPION, 0.5, Margin.Unit.FRACTION_OF_OPPONENT);

        Finding perfect = judge(percent, row(4, 4), row(4, 4), predicting(4, 4));
        Finding nearly = judge(percent, row(1e10, 0), row(-1e10, 0), predicting(1e10, Double.MIN_VALUE));

        assertThat(List.of(perfect.code(), nearly.code())).containsOnly(FindingCode.OPPONENT_PERFECT);
        assertThat(List.of(perfect.result(), nearly.result())).containsOnly(Result.NOT_COMPARABLE);
    }

    @Test
    void zeroTargetsUnderMapeAreTakenUpToTheAllowedShare() {
        double[] target = row(0, 4, 4, 4);
        double[] prediction = row(1, 4, 4, 4);
        Metering metering = Metered.metering(target, prediction);
        Rule rule = atMost(StandardMetric.MAPE, 0.5);

        Finding strict = only(verdict(guardrail(new Guardrail.Needs(1, 1, 0.24), rule), metering));
        Finding lenient = only(verdict(guardrail(new Guardrail.Needs(1, 1, 0.25), rule), metering));

        assertThat(strict.result()).isEqualTo(Result.NOT_COMPARABLE);
        assertThat(strict.code()).isEqualTo(FindingCode.ZERO_TARGETS);
        assertThat(lenient.result()).isEqualTo(Result.PASS);
    }

    @Test
    void anUndefinedMetricOfEitherSideIsNotComparable() {
        Rule rule = betterBy(StandardMetric.POISSON_DEVIANCE, CHAMPION, 0, Margin.Unit.METRIC);

        assertThat(judge(rule, row(1, 2), row(0, 1), predicting(1, 1)).code()).isEqualTo(FindingCode.METRIC_UNDEFINED);
        assertThat(judge(rule, row(1, 2), row(1, 1), predicting(0, 1)).code()).isEqualTo(FindingCode.METRIC_UNDEFINED);
        assertThat(judge(rule, row(1, 2), row(Double.NaN, 1), predicting(1, 1)).result())
                .isEqualTo(Result.NOT_COMPARABLE);
    }

    @ParameterizedTest
    @CsvSource({"9, INCONCLUSIVE, TOO_FEW_GROUPS", "10, PASS, MEASURED"})
    void tooFewGroupsAreInconclusiveWhateverTheFigures(int groups, Result result, FindingCode code) {
        double[] target = new double[40];
        Metering metering = new Metering(rows(target, target, groups), BASELINE, 0.5);

        Finding finding =
                only(verdict(guardrail(new Guardrail.Needs(10, 1, 0), atMost(StandardMetric.MAE, 1)), metering));

        assertThat(finding.result()).isEqualTo(result);
        assertThat(finding.code()).isEqualTo(code);
        assertThat(finding.estimateMeets()).isTrue();
        assertThat(measure(finding).over().groups()).isEqualTo(groups);
    }

    @ParameterizedTest
    @CsvSource({"3, true", "2, false"})
    void tooFewGroupsWithTheRarerClassAreInconclusive(int least, boolean few) {
        double[] target = row(1, 1, 1, 0, 0, 0, 0, 0);
        String[] group = {"a", "a", "b", "c", "d", "e", "f", "g"};
        ScoredRows rows = new ScoredRows(target, target, row(1, 1, 1, 1, 1, 1, 1, 1), group);

        Finding finding = only(verdict(
                guardrail(new Guardrail.Needs(1, least, 0), atLeast(StandardMetric.AUC, 0.5)),
                new Metering(rows, BASELINE, 0.5)));

        assertThat(finding.code() == FindingCode.TOO_FEW_GROUPS).isEqualTo(few);
    }

    @Test
    void classesDoNotMatterToARegression() {
        Finding finding = only(verdict(
                guardrail(new Guardrail.Needs(1, 30, 0), atMost(StandardMetric.MAE, 1)), tiled(row(5, 6), row(5, 6))));

        assertThat(finding.result()).isEqualTo(Result.PASS);
    }

    @Test
    void everyRuleIsJudgedInTheOrderOfTheGuardrail() {
        Rule pass = atMost(StandardMetric.MAE, 1);
        Rule fail = atMost(StandardMetric.RMSE, 0.5);
        Rule absent = worst();

        Verdict verdict = Scores.judged(
                guardrail(absent, pass, fail), tiled(row(1, 2), row(2, 3)), opponent -> new Standing.Absent());

        assertThat(verdict.findings()).extracting(Finding::rule).containsExactly(absent, pass, fail);
        assertThat(verdict.result()).isEqualTo(Result.FAIL);
    }

    private static Rule worst() {
        return worseByAtMost(StandardMetric.MAE, CHAMPION, 1, Margin.Unit.METRIC);
    }

    private static double amountOf(String text) {
        return text.endsWith("%")
                ? Double.parseDouble(text.substring(0, text.length() - 1)) / 100
                : Double.parseDouble(text);
    }

    private static Finding judge(Rule rule, double[] target, double[] prediction) {
        return judge(rule, target, prediction, opponent -> {
            throw new AssertionError("a rule against a number asked for an opponent");
        });
    }

    private static Finding judge(
            Rule rule, double[] target, double[] prediction, Function<Opponent, Standing> standings) {
        return only(Scores.judged(guardrail(rule), tiled(target, prediction), tiled(standings)));
    }

    private static Verdict verdict(Guardrail guardrail, Metering metering) {
        return Scores.judged(guardrail, metering, opponent -> new Standing.Absent());
    }

    private static Measure measure(Finding finding) {
        return Objects.requireNonNull(finding.measure());
    }
}
