package io.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.cli.sample.SampleProject;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample's second indication, which is nothing but a config file and a table. */
class HematologyTest {
    @TempDir
    Path project;

    private Terminal terminal;

    @BeforeEach
    void makeProject() {
        SampleProject.writeTo(project);
        terminal = new Terminal(project);
    }

    @Test
    void bothModelTypesAreRegistered() {
        JsonNode runs = terminal.type("train", "hematology", "--all", "--json")
                .exits(0)
                .json()
                .get("runs");

        assertThat(runs).hasSize(2);
        for (JsonNode run : runs) {
            assertThat(run.get("outcome").asText()).isEqualTo("REGISTERED");
        }
        assertThat(runs.get(0).at("/verdict/result").asText()).isEqualTo("PASS");
        assertThat(runs.get(0).get("decided_by").asText()).isEqualTo("VERDICT");
        // some fifteen withdrawn trials are held out: the line of 0.60 lies within the interval, and the estimate
        // decides
        assertThat(runs.get(1).at("/verdict/result").asText()).isEqualTo("INCONCLUSIVE");
        assertThat(runs.get(1).at("/verdict/code").asText()).isEqualTo("WITHIN_INTERVAL");
        assertThat(runs.get(1).get("decided_by").asText()).isEqualTo("ESTIMATE");
        assertThat(runs.get(0).get("model").asText()).isEqualTo("hematology-enrollment");
        assertThat(runs.get(1).get("model").asText()).isEqualTo("hematology-nonenrollment");
    }

    @Test
    void aSecondRunMeetsTheChampion() {
        terminal.type("train", "hematology").exits(0);

        Terminal.Answer few = terminal.type("train", "hematology", "--set", "models.ENROLLMENT.settings.trees=10")
                .exits(3);

        assertThat(few.out()).contains("NOT_REGISTERED hematology-enrollment (GUARDRAIL_NOT_MET)", "of the champion");
    }

    @Test
    void checkSaysWhatBothWouldDo() {
        Terminal.Answer answer = terminal.type("check", "hematology").exits(0);

        assertThat(answer.out())
                .contains("hematology: modelling table of 1,383 rows")
                .contains("ok  hematology ENROLLMENT", "ok  hematology NONENROLLMENT")
                .contains("would be the first model hematology-enrollment")
                .contains("rule: wape better than median by more than 5%");
    }

    @Test
    void aDraftOfItsTableNamesEveryTargetAndIsRefusedForAPlanThatIsGone() {
        terminal.type("add", "indication", "blood", "--from", "data/hematology_trials.csv")
                .exits(0);

        Terminal.Answer check = terminal.type("check", "blood").exits(3);

        assertThat(check.out()).contains("no  blood ENROLLMENT_PER_SITE", "ok  blood DURATION_MONTHS");
        assertThat(check.err())
                .contains("the feature has no value in any of the 843 labelled rows, column 'planned_enrollment'");
    }
}
