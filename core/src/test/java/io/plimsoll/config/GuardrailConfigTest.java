package io.plimsoll.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.guard.Guardrail;
import io.plimsoll.guard.Margin;
import io.plimsoll.guard.Opponent;
import io.plimsoll.guard.Rule;
import io.plimsoll.guard.WhenInconclusive;
import io.plimsoll.metric.StandardMetric;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuardrailConfigTest {
    private static final String RULES = """
            rules:
                    - {metric: mae, at_most: 3}
                    - {metric: r2, at_least: 0.1, when_inconclusive: refuse}
                    - {metric: mae, against: champion, worse_by_at_most: 2%}
                    - {metric: mae, against: median, better_by: 0.5}
            """;

    @TempDir
    Path dir;

    @Test
    void rulesSayForThemselvesWhatAnInconclusiveResultMeans() {
        Guardrail guardrail = guardrail("");

        assertThat(guardrail.needs().minGroups()).isEqualTo(30);
        assertThat(guardrail.needs().minGroupsOfRarerClass()).isEqualTo(10);
        assertThat(guardrail.needs().maxZeroShare()).isZero();
        assertThat(guardrail.rules())
                .containsExactly(
                        new Rule.AgainstNumber(
                                StandardMetric.MAE, Rule.Bound.AT_MOST, 3, null, WhenInconclusive.ESTIMATE),
                        new Rule.AgainstNumber(
                                StandardMetric.R2, Rule.Bound.AT_LEAST, 0.1, null, WhenInconclusive.REFUSE),
                        new Rule.AgainstOpponent(
                                StandardMetric.MAE,
                                new Opponent.Champion(),
                                new Margin(Margin.Kind.WORSE_BY_AT_MOST, 0.02, Margin.Unit.FRACTION_OF_OPPONENT),
                                null,
                                WhenInconclusive.ESTIMATE),
                        new Rule.AgainstOpponent(
                                StandardMetric.MAE,
                                Opponent.Naive.MEDIAN,
                                new Margin(Margin.Kind.BETTER_BY, 0.5, Margin.Unit.METRIC),
                                null,
                                WhenInconclusive.REFUSE));
    }

    @Test
    void theGuardrailsWordGoesForRulesThatSayNothing() {
        Guardrail guardrail = guardrail("when_inconclusive: register");

        assertThat(guardrail.rules())
                .extracting(Rule::whenInconclusive)
                .containsExactly(
                        WhenInconclusive.REGISTER,
                        WhenInconclusive.REFUSE,
                        WhenInconclusive.REGISTER,
                        WhenInconclusive.REGISTER);
    }

    private Guardrail guardrail(String more) {
        String yaml = """
                indication: g
                data: {sources: {rows: rows.csv}, key: id}
                features: {numeric: [x]}
                models:
                  ANY:
                    target: y
                    task: regression
                    metric: mae
                    guardrail:
                      %s
                      %s
                """.formatted(more, RULES);
        return new ProjectFolder(dir)
                .indication("g", yaml)
                .load("g")
                .model("ANY")
                .guardrail()
                .guardrail();
    }
}
