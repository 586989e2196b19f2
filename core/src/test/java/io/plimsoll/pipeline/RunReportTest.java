package io.plimsoll.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.Fault;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.guard.Attempts;
import io.plimsoll.guard.FindingCode;
import io.plimsoll.guard.Measure;
import io.plimsoll.guard.Result;
import io.plimsoll.guard.VerdictReport;
import io.plimsoll.guard.VerdictReport.RuleReport;
import io.plimsoll.interval.Interval;
import io.plimsoll.step.Outcome;
import io.plimsoll.step.OutcomeCode;
import io.plimsoll.step.RunStatus;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunReportTest {
    @ParameterizedTest
    @CsvSource({
        "FIRST_VERSION,     0",
        "GUARDRAIL_MET,     0",
        "SAME_AS_VERSION,   0",
        "STOPPED_AT_STEP,   0",
        "GUARDRAIL_NOT_MET, 3",
    })
    void aRunThatConcludedEndsWith0OrWith3(OutcomeCode code, int exit) {
        assertThat(report(RunStatus.SUCCEEDED, code, List.of()).exit()).isEqualTo(exit);
    }

    @ParameterizedTest
    @CsvSource({"REGISTER, 0", "REFUSE, 3"})
    void aRehearsalEndsAsTheDecisionSays(String decision, int exit) {
        assertThat(decided(OutcomeCode.REHEARSAL, decision).exit()).isEqualTo(exit);
        assertThat(decided(OutcomeCode.SAME_AS_VERSION, decision).exit()).isZero();
        assertThat(decided(OutcomeCode.GUARDRAIL_NOT_MET, decision).exit()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"DATA_INVALID, 2", "QUERY_INVALID, 2", "STORAGE, 1", "INTERNAL, 1", "CANCELLED, 130"})
    void aRunThatFailedEndsWithTheExitCodeOfItsFault(ErrorCode code, int exit) {
        Fault fault = new Fault(code, "what", "where", "help");

        assertThat(report(RunStatus.FAILED, null, List.of(fault)).exit()).isEqualTo(exit);
    }

    @Test
    void isJsonWithStableNames() {
        RunReport report = report(RunStatus.SUCCEEDED, OutcomeCode.GUARDRAIL_MET, List.of());

        assertThat(report.json())
                .isEqualTo(
                        "{\"code\":\"GUARDRAIL_MET\",\"config_sha256\":\"c0\",\"dataset\":{\"name\":\"lung\",\"rows\":600,"
                                + "\"sha256\":\"da\",\"version\":2},\"decided_by\":\"VERDICT\",\"decision\":\"REGISTER\",\"errors\":[],"
                                + "\"indication\":\"lung\",\"metrics\":{\"mae\":{\"high\":0.2,\"low\":0.05,\"value\":0.1}},"
                                + "\"model\":\"lung-dose\",\"model_sha256\":\"ab\",\"model_type\":\"DOSE\",\"outcome\":\"REGISTERED\","
                                + "\"reason\":\"größer\",\"run\":\"run-1\",\"seconds\":1.25,\"status\":\"SUCCEEDED\","
                                + "\"verdict\":{\"alarms\":[],\"attempts\":{\"candidates\":1,\"false_accept_rate\":0.025},"
                                + "\"code\":\"MEASURED\",\"result\":\"PASS\",\"rules\":[{\"code\":\"MEASURED\",\"explanation\":\"why\","
                                + "\"measure\":{\"candidate\":0.1,\"interval\":{\"high\":0.2,\"low\":0.05,"
                                + "\"method\":\"PERCENTILE_BOOTSTRAP\"},\"limit\":0.5,\"observed\":0.1,\"over\":{\"dropped\":0,"
                                + "\"groups\":30,\"rows\":90},\"passing\":0.4,\"reliable\":true},\"metric\":\"mae\",\"result\":\"PASS\","
                                + "\"rule\":\"mae at most 0.5\",\"slices\":[]}]},\"version\":7,\"warnings\":[]}");
        assertThat(RunReport.read(report.json())).isEqualTo(report);
    }

    @Test
    void readsBackWhatItSaysOfAFailure() {
        Fault fault = new Fault(ErrorCode.DATA_INVALID, "what", "", "help");
        RunReport report = report(RunStatus.FAILED, null, List.of(fault));

        assertThat(RunReport.read(report.json())).isEqualTo(report);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{\"run\":1,\"unknown\":2}"})
    void refusesWhatItCannotHaveWritten(String json) {
        PlimsollException refusal = assertThatExceptionOfType(PlimsollException.class)
                .isThrownBy(() -> RunReport.read(json))
                .actual();

        assertThat(refusal.code()).isEqualTo(ErrorCode.WORKSPACE_INCOMPATIBLE);
    }

    private static RunReport report(RunStatus status, @Nullable OutcomeCode code, List<Fault> errors) {
        return report(status, code, "REGISTER", errors);
    }

    private static RunReport decided(OutcomeCode code, String decision) {
        return report(RunStatus.SUCCEEDED, code, decision, List.of());
    }

    private static RunReport report(RunStatus status, @Nullable OutcomeCode code, String decision, List<Fault> errors) {
        boolean concluded = code != null;
        TreeMap<String, RunReport.MetricValue> metrics = new TreeMap<>();
        metrics.put("mae", new RunReport.MetricValue(0.1, 0.05, 0.2));
        return new RunReport(
                "run-1",
                "lung",
                "DOSE",
                status,
                concluded ? Outcome.REGISTERED : null,
                code,
                "lung-dose",
                concluded ? 7 : null,
                concluded ? metrics : new TreeMap<>(),
                null,
                concluded
                        ? new VerdictReport(
                                Result.PASS, FindingCode.MEASURED, List.of(rule()), List.of(), new Attempts(1, 0.025))
                        : null,
                concluded ? decision : null,
                concluded ? "VERDICT" : null,
                concluded ? new RunReport.DatasetReference("lung", 2, "da", 600) : null,
                "c0",
                concluded ? "ab" : null,
                "größer",
                errors,
                List.of(),
                1.25);
    }

    private static RuleReport rule() {
        Measure measure = new Measure(
                0.1,
                null,
                0.1,
                0.5,
                new Interval(0.05, 0.2, Interval.Method.PERCENTILE_BOOTSTRAP),
                null,
                true,
                0.4,
                new Measure.Extent(90, 30, 0));
        return new RuleReport(
                "mae at most 0.5", "mae", null, Result.PASS, FindingCode.MEASURED, measure, "why", List.of());
    }
}
