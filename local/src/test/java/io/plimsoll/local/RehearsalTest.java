package io.plimsoll.local;

import static io.plimsoll.local.SmallProject.MODEL;
import static io.plimsoll.local.SmallProject.config;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.guard.Result;
import io.plimsoll.pipeline.RunReport;
import io.plimsoll.step.Outcome;
import io.plimsoll.step.OutcomeCode;
import io.plimsoll.workspace.ModelVersion;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Runs whose guardrail is only rehearsed: judged and recorded as any other, and never registered. */
class RehearsalTest extends InOneProject {
    private static final SmallTable TABLE = SmallTable.of(120);
    private static final String LINE = "guardrail:\n";
    private static final String REHEARSED = "guardrail:\n      mode: rehearse\n";

    @Test
    void aModelThatMeetsItsLineIsNotRegistered() {
        RunReport report = project.train(TABLE, config(LINE, REHEARSED));

        requireRehearsal(report);
        assertThat(report.exit()).isZero();
        assertThat(report.decision()).isEqualTo("REGISTER");
        assertThat(report.version()).isNull();
        assertThat(report.reason())
                .isEqualTo("a rehearsal registers nothing; the decision was REGISTER: every rule that applies is met");
        assertThat(workspace.models().models()).isEmpty();
    }

    @Test
    void aModelThatMissesItsLineIsTheAnswerNo() {
        project.train(TABLE);

        RunReport report = project.train(TABLE, config(LINE, REHEARSED, "trees: 6", "trees: 2"));

        requireRehearsal(report);
        assertThat(report.exit()).isEqualTo(3);
        assertThat(report.decision()).isEqualTo("REFUSE");
        assertThat(report.reason())
                .startsWith("a rehearsal registers nothing; the decision was REFUSE: mae is ")
                .endsWith("would have passed");
        assertThat(workspace.models().versions(MODEL)).hasSize(1);
    }

    @Test
    void aModelThatIsRegisteredAlreadyIsARehearsalAllTheSame() {
        RunReport first = project.train(TABLE);

        RunReport report = project.train(TABLE, config(LINE, REHEARSED));

        requireRehearsal(report);
        assertThat(report.exit()).isZero();
        assertThat(report.modelSha256()).isEqualTo(first.modelSha256());
        assertThat(report.version()).isEqualTo(1);
        assertThat(report.reason()).contains("the decision was REGISTER (this model is lung-dose@1 already)");
    }

    @Test
    void whatWasRehearsedIsRegisteredWhenItIsInEarnest() {
        RunReport rehearsal = project.train(TABLE, config(LINE, REHEARSED));
        RunReport earnest = project.train(TABLE);

        assertThat(earnest.code()).isEqualTo(OutcomeCode.FIRST_VERSION);
        assertThat(earnest.modelSha256()).isEqualTo(rehearsal.modelSha256());
        assertThat(earnest.verdict()).isEqualTo(rehearsal.verdict());
        assertThat(workspace.models().alias(MODEL, ModelVersion.CHAMPION)).isPresent();
    }

    private void requireRehearsal(RunReport report) {
        assertThat(report.errors()).isEmpty();
        assertThat(report.outcome()).isEqualTo(Outcome.NOT_REGISTERED);
        assertThat(report.code()).isEqualTo(OutcomeCode.REHEARSAL);
        assertThat(Objects.requireNonNull(report.verdict()).result()).isIn(Result.PASS, Result.FAIL);
        assertThat(workspace.runs().find(report.run()).orElseThrow().code()).isEqualTo(OutcomeCode.REHEARSAL);
        String verdict = workspace
                .artifacts()
                .evidence(report.run(), "07-evaluate/verdict.json")
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElseThrow();
        assertThat(verdict).contains(String.valueOf(report.decision()));
    }
}
