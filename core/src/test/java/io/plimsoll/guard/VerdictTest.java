package io.plimsoll.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.canonical.CanonicalJson;
import io.plimsoll.metric.Metered;
import io.plimsoll.metric.StandardMetric;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictTest {
    @ParameterizedTest
    @CsvSource({
        "PASS, PASS",
        "PASS INCONCLUSIVE, INCONCLUSIVE",
        "INCONCLUSIVE NOT_COMPARABLE PASS, NOT_COMPARABLE",
        "FAIL NOT_COMPARABLE, FAIL",
        "PASS FAIL INCONCLUSIVE, FAIL",
        "NOT_APPLICABLE PASS, PASS",
        "NOT_APPLICABLE INCONCLUSIVE, INCONCLUSIVE",
        "NOT_APPLICABLE FAIL, FAIL",
    })
    void isTheWorstResultOfTheRulesThatApply(String results, Result worst) {
        assertThat(verdict(results).result()).isEqualTo(worst);
        assertThat(verdict(results).isApplicable()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"NOT_APPLICABLE", "NOT_APPLICABLE NOT_APPLICABLE", "''"})
    void isNotComparableWhereNoRuleApplies(String results) {
        Verdict verdict = verdict(results);

        assertThat(verdict.result()).isEqualTo(Result.NOT_COMPARABLE);
        assertThat(verdict.code()).isEqualTo(FindingCode.NO_APPLICABLE_RULE);
        assertThat(verdict.isApplicable()).isFalse();
    }

    @Test
    void hasTheCodeOfTheFirstRuleWithItsResult() {
        Rule rule = Scores.atMost(StandardMetric.MAE, 1);
        Verdict verdict = Verdict.over(
                List.of(
                        new Finding(rule, Result.PASS, FindingCode.MEASURED, true, null, "", List.of()),
                        new Finding(
                                rule,
                                Result.NOT_COMPARABLE,
                                FindingCode.OPPONENT_UNLOADABLE,
                                false,
                                null,
                                "",
                                List.of()),
                        new Finding(rule, Result.NOT_COMPARABLE, FindingCode.NO_ROWS, false, null, "", List.of())),
                List.of());

        assertThat(verdict.code()).isEqualTo(FindingCode.OPPONENT_UNLOADABLE);
    }

    @Test
    void isReportedAsDataThatReadsBack() throws IOException {
        Verdict verdict = Scores.judged(
                Scores.guardrail(
                        Scores.atMost(StandardMetric.MAE, 0.5),
                        Scores.worseByAtMost(
                                StandardMetric.MAE, new Opponent.Champion(), 0.02, Margin.Unit.FRACTION_OF_OPPONENT)),
                Scores.tiled(Metered.row(1, 2), Metered.row(2, 3)),
                opponent -> new Standing.Absent());

        VerdictReport report = VerdictReport.of(verdict, new Attempts(2, 0.05));
        String json = CanonicalJson.text(report);

        assertThat(json)
                .contains("\"alarms\":[]", "\"attempts\":{\"candidates\":2,\"false_accept_rate\":0.05}")
                .contains("\"interval\":{\"high\":1.0,\"low\":1.0,\"method\":\"")
                .contains("\"limit\":0.5,\"observed\":1.0,\"over\":{\"dropped\":0,\"groups\":20,\"rows\":40}")
                .contains("\"opponent\":\"champion\",\"result\":\"NOT_APPLICABLE\"");
        assertThat(CanonicalJson.read(json, VerdictReport.class)).isEqualTo(report);
    }

    private static Verdict verdict(String results) {
        return Verdict.over(
                Stream.of(results.split(" ", -1))
                        .filter(name -> !name.isEmpty())
                        .map(Result::valueOf)
                        .map(result -> new Finding(
                                Scores.atMost(StandardMetric.MAE, 1),
                                result,
                                FindingCode.MEASURED,
                                false,
                                null,
                                "why",
                                List.of()))
                        .toList(),
                List.of());
    }
}
