package io.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.cli.sample.SampleProject;
import io.plimsoll.contracts.Rounds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a model counts across rows stays as it was when the model was trained. */
class ReferenceTest {
    private static final String CONFIG = """
            indication: lung
            data:
              sources:
                sites: data/lung_sites.csv
                history: {path: data/history.csv, reference: %s}
              query: |
                SELECT s.*, h.n AS sites_before FROM sites s
                LEFT JOIN (SELECT country AS land, count(*) AS n FROM history GROUP BY land) h ON h.land = s.country
                WHERE s.study_type = 'INTERVENTIONAL'
              key: site_row_id
              group: trial_id
            features: {numeric: [sites_before, start_year], categorical: [phase]}
            models:
              ACTIVATION:
                target: ACTIVATION
                task: classification
                settings: {trees: 20}
                metric: auc
                guardrail: {rules: [{metric: auc, at_least: 0}]}
            """;

    @TempDir
    Path project;

    private Terminal terminal;

    @BeforeEach
    void makeAProject() throws IOException {
        Rounds.onFirstJdkOnly();
        SampleProject.writeTo(project);
        Files.copy(project.resolve("data/lung_sites.csv"), project.resolve("data/history.csv"));
        terminal = new Terminal(project);
    }

    @Test
    void rowsOfReferenceGoWithTheModelWhateverBecomesOfTheirFile() throws IOException {
        train("true");
        score("before.csv").exits(0);

        Files.delete(project.resolve("data/history.csv"));
        score("after.csv").exits(0);

        assertThat(predictions("after.csv")).isEqualTo(predictions("before.csv"));
        terminal.type("models", "rebuild", "lung-activation").exits(0);
        terminal.type("models", "verify", "lung-activation").exits(0);
    }

    @Test
    void countingAcrossRowsToScoreIsRefused() throws IOException {
        train("false");

        assertThat(score("out.csv").exits(2).err())
                .contains(
                        "error[QUERY_ACROSS_ROWS]: the model's SELECT has an aggregate or DISTINCT over rows to score")
                .contains("mark it reference: true, and train again");
        assertThat(project.resolve("out.csv")).doesNotExist();
    }

    @Test
    void theSameRowsOfReferenceInAnotherOrderMakeTheSameModel() throws IOException {
        String first = train("true");
        Path history = project.resolve("data/history.csv");
        List<String> lines = new ArrayList<>(Files.readAllLines(history));
        Collections.reverse(lines.subList(1, lines.size()));
        Files.write(history, lines);

        assertThat(train("true")).isEqualTo(first);
    }

    private String train(String reference) throws IOException {
        Files.writeString(project.resolve("indications/lung.yml"), CONFIG.formatted(reference));
        return terminal.type("--json", "train", "lung")
                .exits(0)
                .json()
                .get("model_sha256")
                .asText();
    }

    private Terminal.Answer score(String output) {
        return terminal.type("score", "lung", "ACTIVATION", "data/lung_sites.csv", "-o", output);
    }

    private String predictions(String file) throws IOException {
        return Files.readString(project.resolve(file)).replaceAll(",r-[^\\n]*", "");
    }
}
