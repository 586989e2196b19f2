package io.plimsoll.guard;

import static io.plimsoll.guard.Decision.DecidedBy.VERDICT;
import static io.plimsoll.guard.Decision.Kind.REFUSE;
import static io.plimsoll.guard.Decision.Kind.REGISTER;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.metric.StandardMetric;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DecisionTest {
    private static final Finding PASS = finding(Result.PASS, WhenInconclusive.REFUSE, true, "met");

    @ParameterizedTest
    @EnumSource
    void aPassRegistersWhateverTheSetting(WhenInconclusive setting) {
        Decision decision = on(finding(Result.PASS, setting, true, "met"));

        assertThat(decision).isEqualTo(new Decision(REGISTER, VERDICT, "every rule that applies is met"));
    }

    @ParameterizedTest
    @CsvSource({"FAIL", "NOT_COMPARABLE"})
    void noSettingAndNoEstimateOverrulesAVerdict(Result result) {
        for (WhenInconclusive setting : WhenInconclusive.values()) {
            Decision decision = on(PASS, finding(result, setting, true, "because of this"));

            assertThat(decision).isEqualTo(new Decision(REFUSE, VERDICT, "because of this"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "REFUSE,   true,  REFUSE,   SETTING,  too few",
        "REFUSE,   false, REFUSE,   SETTING,  too few",
        "ESTIMATE, true,  REGISTER, ESTIMATE, 'inconclusive, and the point estimates meet their lines'",
        "ESTIMATE, false, REFUSE,   ESTIMATE, too few",
        "REGISTER, true,  REGISTER, SETTING,  'inconclusive, and when_inconclusive says register'",
        "REGISTER, false, REGISTER, SETTING,  'inconclusive, and when_inconclusive says register'",
    })
    void whatIsInconclusiveIsSettledByTheRulesOwnSetting(
            WhenInconclusive setting, boolean meets, Decision.Kind kind, Decision.DecidedBy by, String reason) {
        Decision decision = on(PASS, finding(Result.INCONCLUSIVE, setting, meets, "too few"));

        assertThat(decision).isEqualTo(new Decision(kind, by, reason));
    }

    @ParameterizedTest
    @CsvSource({
        "REGISTER false, ESTIMATE true,  REGISTER, ESTIMATE",
        "REGISTER false, ESTIMATE false, REFUSE,   ESTIMATE",
        "ESTIMATE true,  REFUSE true,    REFUSE,   SETTING",
        "REGISTER true,  REFUSE true,    REFUSE,   SETTING",
    })
    void oneRuleThatRefusesIsEnough(String first, String second, Decision.Kind kind, Decision.DecidedBy by) {
        Decision decision = on(inconclusive(first), inconclusive(second));

        assertThat(decision.kind()).isEqualTo(kind);
        assertThat(decision.decidedBy()).isEqualTo(by);
    }

    @Test
    void aFailureIsGivenAsTheReasonBeforeAnythingInconclusive() {
        Decision decision = on(
                finding(Result.INCONCLUSIVE, WhenInconclusive.REGISTER, true, "too few"),
                finding(Result.FAIL, WhenInconclusive.REGISTER, false, "short of the line"));

        assertThat(decision).isEqualTo(new Decision(REFUSE, VERDICT, "short of the line"));
    }

    @Test
    void aGuardrailThatDoesNotApplyRefusesAndSaysWhatToAdd() {
        Decision decision = on(finding(Result.NOT_APPLICABLE, WhenInconclusive.REGISTER, true, "no champion yet"));

        assertThat(decision.kind()).isEqualTo(REFUSE);
        assertThat(decision.decidedBy()).isEqualTo(VERDICT);
        assertThat(decision.reason())
                .isEqualTo("no rule of the guardrail applies to this model yet; add one against a number, such as"
                        + " {metric: …, at_least: …}, or against a naive model");
    }

    private static Decision on(Finding... findings) {
        return Decision.on(Verdict.over(List.of(findings), List.of()));
    }

    private static Finding inconclusive(String settingAndEstimate) {
        String[] parts = settingAndEstimate.split(" ", -1);
        return finding(
                Result.INCONCLUSIVE, WhenInconclusive.valueOf(parts[0]), Boolean.parseBoolean(parts[1]), "too few");
    }

    private static Finding finding(Result result, WhenInconclusive setting, boolean meets, String explanation) {
        Rule rule = new Rule.AgainstNumber(StandardMetric.MAE, Rule.Bound.AT_MOST, 1, null, setting);
        return new Finding(rule, result, FindingCode.MEASURED, meets, null, explanation, List.of());
    }
}
