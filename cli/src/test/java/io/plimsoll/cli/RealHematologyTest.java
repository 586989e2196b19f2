package io.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.cli.sample.SampleProject;
import io.plimsoll.contracts.Rounds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The second indication on real tables, where they lie beside the checkout. */
class RealHematologyTest {
    private static final Path TABLES =
            Path.of("../../shared/data").toAbsolutePath().normalize();
    private static final Path TRIALS = TABLES.resolve("hematology_trials.csv");
    private static final Path SITES = TABLES.resolve("hematology_sites.csv");

    @TempDir
    Path project;

    private Terminal terminal;

    @BeforeEach
    void makeProject() {
        Rounds.onFirstJdkOnly();
        assumeTrue(Files.exists(TRIALS) && Files.exists(SITES), "skipped: no real tables in ../shared/data");
        SampleProject.writeTo(project);
        terminal = new Terminal(project);
    }

    @Test
    void bothModelTypesComeToAVerdict() {
        Terminal.Answer answer = terminal.type("train", "hematology", "--all", "--json", "--data", "trials=" + TRIALS);

        JsonNode runs = answer.json().get("runs");
        assertThat(runs).hasSize(2);
        for (JsonNode run : runs) {
            assertThat(run.get("status").asText()).isEqualTo("SUCCEEDED");
            assertThat(run.at("/verdict/result").asText()).isIn("PASS", "FAIL", "INCONCLUSIVE");
            assertThat(run.at("/dataset/rows").asInt()).isEqualTo(1627);
        }
        assertThat(runs.at("/0/metrics/mae_skill/value").asDouble()).isBetween(0.1, 0.5);
        assertThat(runs.at("/1/metrics/auc/value").asDouble()).isBetween(0.5, 0.9);
        assertThat(answer.exit()).isIn(0, 3);
    }

    @Test
    void tooFewLabelsAreRefusedBeforeAnythingIsTrained() throws IOException {
        Files.writeString(project.resolve("indications/hematology-sites.yml"), """
                indication: hematology-sites
                data:
                  sources: {sites: '%s'}
                  key: site_row_id
                  group: trial_id
                features:
                  numeric: [prior_trials_facility, prior_trials_city]
                  categorical: [country, phase]
                models:
                  ACTIVATION:
                    target: ACTIVATION
                    task: classification
                    metric: auc
                    guardrail: {rules: [{metric: auc, at_least: 0.6}]}
                """.formatted(SITES));

        assertThat(terminal.type("check", "hematology-sites").exits(3).err())
                .contains(
                        "error[DATA_INVALID]: 23 labelled rows, fewer than data.min_labelled 100, column 'ACTIVATION'");
        assertThat(terminal.type("train", "hematology-sites").exits(2).err()).contains("23 labelled rows");
        assertThat(terminal.type("models", "list").exits(0).out()).startsWith("no models yet");
    }
}
