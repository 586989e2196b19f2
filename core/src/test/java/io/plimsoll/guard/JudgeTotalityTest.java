package io.plimsoll.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.canonical.CanonicalJson;
import io.plimsoll.metric.Baseline;
import io.plimsoll.metric.Metering;
import io.plimsoll.metric.ScoredRows;
import io.plimsoll.metric.StandardMetric;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Whatever is judged, every rule comes to one result with a code, and what is not a number never passes. */
class JudgeTotalityTest {
    private static final Arbitrary<Double> CLASS = Arbitraries.of(0.0, 1.0);
    private static final Arbitrary<Double> USUAL = Arbitraries.of(0.0, 1.0, 0.5, 0.25, 0.9);
    private static final Arbitrary<Double> ODD = Arbitraries.of(
            0.0,
            -0.0,
            1.0,
            2.0,
            -1.0,
            Double.MIN_VALUE,
            1e-300,
            1e300,
            -1e300,
            Double.MAX_VALUE,
            Double.NaN,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY);
    private static final Arbitrary<Double> LIMIT = Arbitraries.of(0.0, 0.02, 0.5, 1.0, 1e-300, 1e300);

    /** One trial: rules over a candidate and an opponent. */
    record Trial(Guardrail guardrail, Metering candidate, Standing standing) {
        Verdict verdict() {
            return Scores.judged(guardrail, candidate, opponent -> standing);
        }
    }

    record Rows(double[] target, double[] prediction, double[] weight, String[] group) {}

    @Property(tries = 4000, edgeCases = EdgeCasesMode.NONE)
    void everyRuleComesToOneResultWithACode(@ForAll("trials") Trial trial) {
        Verdict verdict = trial.verdict();
        Decision decision = Decision.on(verdict);

        assertThat(verdict.findings()).hasSameSizeAs(trial.guardrail().rules());
        for (Finding finding : verdict.findings()) {
            assertThat(finding.explanation()).isNotBlank().doesNotContain("\n", "NaN", "null");
            assertThat(finding.measure() != null).isEqualTo(isMeasured(finding));
        }
        assertThat(decision.reason()).isNotBlank();
        assertThat(CanonicalJson.text(VerdictReport.of(verdict, Attempts.of(1, decision))))
                .contains("\"code\":");
    }

    @Property(tries = 4000, edgeCases = EdgeCasesMode.NONE)
    void aPassRestsOnFiniteFiguresOnTheRightSide(@ForAll("trials") Trial trial) {
        for (Finding finding : trial.verdict().findings()) {
            if (finding.result() == Result.PASS || finding.estimateMeets()) {
                assertThat(isRight(finding.rule(), Objects.requireNonNull(finding.measure())))
                        .isTrue();
            }
        }
    }

    @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
    void aCandidateThatIsNotANumberSomewhereNeverPasses(@ForAll("trials") Trial trial) {
        ScoredRows rows = trial.candidate().rows();
        double[] broken = rows.prediction().clone();
        Arrays.fill(broken, Double.NaN);
        Metering candidate = new Metering(
                rows.withPrediction(broken),
                trial.candidate().baseline(),
                trial.candidate().threshold());

        Verdict verdict = new Trial(trial.guardrail(), candidate, trial.standing()).verdict();

        assertThat(verdict.findings())
                .extracting(Finding::result)
                .containsAnyOf(Result.NOT_COMPARABLE, Result.NOT_APPLICABLE)
                .doesNotContain(Result.PASS, Result.FAIL, Result.INCONCLUSIVE);
        assertThat(Decision.on(verdict).kind()).isEqualTo(Decision.Kind.REFUSE);
    }

    /** Rows over and over, each time as a group of its own, sliced by what their group was. */
    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    void aRuleInSlicesComesToOneResultWithACode(@ForAll("trials") Trial trial) {
        ScoredRows rows = trial.candidate().rows();
        Metering tiled = new Metering(
                Scores.tiled(rows.target(), rows.prediction()).rows(),
                trial.candidate().baseline(),
                trial.candidate().threshold());
        Guardrail sliced = new Guardrail(
                trial.guardrail().rules().stream()
                        .map(JudgeTotalityTest::inSlices)
                        .toList(),
                trial.guardrail().needs(),
                0.95,
                List.of());

        Verdict verdict =
                Scores.judgedInSlices(sliced, tiled, Scores.tiled(opponent -> trial.standing()), rows.group());

        for (Finding finding : verdict.findings()) {
            assertThat(finding.explanation()).isNotBlank().doesNotContain("\n", "NaN", "null");
            if (finding.result() == Result.PASS || finding.result() == Result.FAIL) {
                assertThat(finding.slices()).anyMatch(slice -> slice.p() != null);
            }
        }
        assertThat(CanonicalJson.text(VerdictReport.of(verdict, Attempts.of(1, Decision.on(verdict)))))
                .contains("\"code\":");
    }

    private static Rule inSlices(Rule rule) {
        Slice slice = new Slice("land", 1, List.of());
        if (rule instanceof Rule.AgainstNumber number) {
            return new Rule.AgainstNumber(
                    number.metric(), number.bound(), number.limit(), slice, number.whenInconclusive());
        }
        Rule.AgainstOpponent against = (Rule.AgainstOpponent) rule;
        return new Rule.AgainstOpponent(
                against.metric(), against.opponent(), against.margin(), slice, against.whenInconclusive());
    }

    private static boolean isRight(Rule rule, Measure measure) {
        double own = measure.candidate();
        if (rule instanceof Rule.AgainstNumber number) {
            return number.bound() == Rule.Bound.AT_LEAST ? own >= number.limit() : own <= number.limit();
        }
        double theirs = Objects.requireNonNull(measure.opponent());
        Margin margin = ((Rule.AgainstOpponent) rule).margin();
        double unit = margin.unit() == Margin.Unit.METRIC ? 1 : theirs;
        double lead = (rule.metric().isLoss() ? theirs - own : own - theirs) / unit;
        return margin.kind() == Margin.Kind.BETTER_BY ? lead > margin.amount() : lead >= -margin.amount();
    }

    @Provide
    Arbitrary<Trial> trials() {
        Arbitrary<Guardrail> guardrail = Combinators.combine(
                        rules().list().ofMinSize(1).ofMaxSize(4),
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.of(0.0, 0.5, 1.0))
                .as((all, groups, rarer, zeros) ->
                        new Guardrail(all, new Guardrail.Needs(groups, rarer, zeros), 0.95, List.of()));
        Arbitrary<Integer> size = Arbitraries.integers().between(0, 6);
        return size.flatMap(n -> Combinators.combine(guardrail, rowsOf(n), standings(n), ODD, USUAL)
                .as((rules, rows, standing, median, threshold) -> new Trial(
                        rules,
                        new Metering(
                                new ScoredRows(rows.target(), rows.prediction(), rows.weight(), rows.group()),
                                new Baseline(median, median),
                                threshold),
                        standing)));
    }

    private static Arbitrary<Rows> rowsOf(int size) {
        return Combinators.combine(
                        numbers(size),
                        numbers(size),
                        weights(size),
                        Arbitraries.of("a", "b", "c", "").array(String[].class).ofSize(size))
                .as(Rows::new);
    }

    private static Arbitrary<Standing> standings(int size) {
        Arbitrary<Standing> scored = Combinators.combine(
                        numbers(size),
                        Arbitraries.of(true, true, false).array(boolean[].class).ofSize(size))
                .as(Standing.Scored::new);
        Arbitrary<Standing> unpaired = rowsOf(size)
                .map(rows -> new Standing.Unpaired(
                        new ScoredRows(rows.target(), rows.prediction(), rows.weight(), rows.group())));
        return Arbitraries.frequencyOf(
                Tuple.of(6, scored),
                Tuple.of(2, unpaired),
                Tuple.of(1, Arbitraries.just(new Standing.Absent())),
                Tuple.of(
                        1,
                        Arbitraries.of(FindingCode.DIFFERENT_QUESTION, FindingCode.OPPONENT_UNLOADABLE)
                                .map(code -> new Standing.NotComparable(code, "it cannot"))));
    }

    private static Arbitrary<double[]> numbers(int size) {
        return Arbitraries.frequencyOf(
                Tuple.of(3, arrays(CLASS, size)), Tuple.of(3, arrays(USUAL, size)), Tuple.of(2, arrays(ODD, size)));
    }

    private static Arbitrary<double[]> weights(int size) {
        return Arbitraries.frequencyOf(
                Tuple.of(4, arrays(Arbitraries.of(1.0, 0.5, 3.0), size)),
                Tuple.of(1, arrays(Arbitraries.of(1e-300, 1e300), size)));
    }

    private static Arbitrary<double[]> arrays(Arbitrary<Double> of, int size) {
        return of.array(double[].class).ofSize(size);
    }

    private static Arbitrary<Rule> rules() {
        Arbitrary<Rule> number = Combinators.combine(
                        Arbitraries.of(StandardMetric.class), LIMIT, Arbitraries.of(WhenInconclusive.class))
                .as((metric, limit, otherwise) -> new Rule.AgainstNumber(
                        metric, metric.isLoss() ? Rule.Bound.AT_MOST : Rule.Bound.AT_LEAST, limit, null, otherwise));
        List<Opponent> opponents =
                List.of(new Opponent.Champion(), Opponent.Naive.MEAN, Opponent.Naive.MEDIAN, Opponent.Naive.PRIOR);
        Arbitrary<Margin> margin = Combinators.combine(
                        Arbitraries.of(Margin.Kind.class), LIMIT, Arbitraries.of(Margin.Unit.class))
                .as(Margin::new);
        Arbitrary<Rule> opponent = Combinators.combine(
                        Arbitraries.of(StandardMetric.class),
                        Arbitraries.of(opponents),
                        margin,
                        Arbitraries.of(WhenInconclusive.class))
                .as((metric, against, by, otherwise) -> new Rule.AgainstOpponent(metric, against, by, null, otherwise));
        return Arbitraries.oneOf(number, opponent);
    }

    private static boolean isMeasured(Finding finding) {
        return switch (finding.result()) {
            case PASS, FAIL, INCONCLUSIVE -> true;
            case NOT_COMPARABLE, NOT_APPLICABLE -> false;
        };
    }
}
