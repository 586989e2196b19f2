package io.plimsoll.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.canonical.CanonicalJson;
import io.plimsoll.metric.Metered;
import io.plimsoll.metric.Metric;
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
        Rule rule = Scores.atMost(Metric.MAE, 1);
        Verdict verdict = Verdict.over(List.of(
                new Finding(rule, Result.PASS, FindingCode.MEASURED, true, null, ""),
                new Finding(rule, Result.NOT_COMPARABLE, FindingCode.OPPONENT_UNLOADABLE, false, null, ""),
                new Finding(rule, Result.NOT_COMPARABLE, FindingCode.NO_ROWS, false, null, "")));

        assertThat(verdict.code()).isEqualTo(FindingCode.OPPONENT_UNLOADABLE);
    }

    @Test
    void isReportedAsDataThatReadsBack() throws IOException {
        Verdict verdict = new Judge(
                        Scores.guardrail(
                                Scores.atMost(Metric.MAE, 0.5),
                                Scores.worseByAtMost(
                                        Metric.MAE, new Opponent.Champion(), 0.02, Margin.Unit.FRACTION_OF_OPPONENT)),
                        Metered.metering(Metered.row(1, 2), Metered.row(2, 3)),
                        opponent -> new Standing.Absent())
                .verdict();

        VerdictReport report = VerdictReport.of(verdict);
        String json = CanonicalJson.text(report);

        assertThat(json)
                .isEqualTo("{\"code\":\"MEASURED\",\"result\":\"FAIL\",\"rules\":[{\"code\":\"MEASURED\","
                        + "\"explanation\":\"mae is 1, 0.5 beyond the line; at most 0.5 would have passed\","
                        + "\"measure\":{\"candidate\":1.0,\"dropped\":0,\"groups\":2,\"limit\":0.5,"
                        + "\"observed\":1.0,\"rows\":2},\"result\":\"FAIL\",\"rule\":\"mae at most 0.5\"},"
                        + "{\"code\":\"NO_OPPONENT_YET\",\"explanation\":\"there is no champion yet\","
                        + "\"result\":\"NOT_APPLICABLE\",\"rule\":\"mae worse than champion by at most 2%\"}]}");
        assertThat(CanonicalJson.read(json, VerdictReport.class)).isEqualTo(report);
    }

    private static Verdict verdict(String results) {
        return Verdict.over(Stream.of(results.split(" ", -1))
                .filter(name -> !name.isEmpty())
                .map(Result::valueOf)
                .map(result ->
                        new Finding(Scores.atMost(Metric.MAE, 1), result, FindingCode.MEASURED, false, null, "why"))
                .toList());
    }
}
