package io.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.cli.sample.SampleProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code check --suggest} prints, put back where it says. */
class SuggestedChecksTest {
    @TempDir
    Path project;

    private Terminal terminal;

    @BeforeEach
    void makeProject() throws IOException {
        Files.createDirectories(project.resolve("indications"));
        Files.writeString(project.resolve("plimsoll.yml"), "engine: local\n");
        terminal = new Terminal(project);
    }

    @Test
    void theSampleTablePassesWhatWasSuggestedOfIt() throws IOException {
        SampleProject.writeTo(project.resolve("sample"));
        Terminal sample = new Terminal(project.resolve("sample"));
        Path config = project.resolve("sample/indications/lung.yml");
        String block = sample.type("check", "lung", "--suggest").exits(0).out();

        String before = Files.readString(config);
        int start = before.indexOf("  columns:");
        Files.writeString(config, before.substring(0, start) + block + before.substring(before.indexOf("split:")));

        assertThat(sample.type("check", "lung").exits(0).err()).doesNotContain("error[");
        assertThat(block)
                .contains(
                        "\n    start_year: {type: integer, required: true, at_least: ",
                        "\n    phase: {type: category, ")
                .contains("allowed: [");
    }

    @Test
    void whateverAValueIsItIsReadBack() throws IOException {
        StringBuilder table = new StringBuilder("id,\"odd: name\",word,x,y,none,day\n");
        String[] words = {"no", "\"a, \"\"b\"\"\"", "1e3", "#", "ä {x}", "\"back\\slash\""};
        for (int i = 0; i < 120; i++) {
            table.append(i)
                    .append(",n")
                    .append(i % 2)
                    .append(',')
                    .append(words[i % words.length])
                    .append(',')
                    .append(i % 4 == 0 ? "" : String.valueOf(0.0137 + i / 1000.0))
                    .append(',')
                    .append(-1000 * (i % 7))
                    .append(",,2021-03-0")
                    .append(1 + i % 9)
                    .append('\n');
        }
        Files.writeString(project.resolve("t.csv"), table);
        writeConfig("");

        String block = terminal.type("check", "odd", "--suggest").exits(0).out();
        JsonNode json = terminal.type("--json", "check", "odd", "--suggest").json();
        writeConfig(block);

        assertThat(terminal.type("check", "odd").exits(0).err()).doesNotContain("error[");
        assertThat(block)
                .contains("    \"odd: name\": {type: category, required: true, allowed: [n0, n1]}\n")
                .contains("\"no\"", "\"1e3\"", "\"a, \\\"b\\\"\"", "\"back\\\\slash\"")
                .contains("    x: {type: number, max_missing: 25%, at_least: 0, at_most: 0.2}\n")
                .contains("    \"y\": {type: integer, required: true, at_least: -6000, at_most: 0}\n")
                .contains("    day: {type: date, required: true}\n")
                .doesNotContain("none");
        assertThat(json.at("/columns/x/max_missing").asText()).isEqualTo("25%");
        assertThat(json.at("/columns/word/allowed")).hasSize(6);
    }

    @Test
    void oneIndicationIsAskedFor() {
        assertThat(terminal.type("check", "--suggest").exits(2).err())
                .contains("checks are suggested for one indication");
    }

    private void writeConfig(String columns) throws IOException {
        Files.writeString(project.resolve("indications/odd.yml"), """
                indication: odd
                data:
                  sources: {t: t.csv}
                  key: id
                %s
                features: {numeric: [x], categorical: [word]}
                models:
                  Y:
                    target: y
                    task: regression
                    metric: mae
                    guardrail: {rules: [{metric: mae, at_most: 100000}]}
                """.formatted(columns));
    }
}
