package io.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.cli.sample.SampleProject;
import io.plimsoll.contracts.Rounds;
import io.plimsoll.guard.Figures;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** A model card tells everything about a version, tells it the same every time, and tells nothing of any row. */
class CardTest {
    private static final List<String> MODELS = List.of("lung-activation", "lung-enrollment");

    @TempDir
    static Path trained;

    @TempDir
    Path folder;

    private Path project;
    private Terminal terminal;

    @BeforeAll
    static void trainOnce() {
        Rounds.onFirstJdkOnly();
        SampleProject.writeTo(trained);
        new Terminal(trained).type("train", "lung", "ACTIVATION", "ENROLLMENT").exits(0);
    }

    @BeforeEach
    void copy() throws IOException {
        project = folder.resolve("project");
        Folders.copy(trained, project);
        terminal = Terminal.later(project, Map.of());
    }

    @Test
    void theSameRecordGivesTheSameBytesElsewhereAndInAnotherLanguage() throws IOException {
        String first = card("lung-enrollment");
        String asBefore = card("lung-enrollment");
        Path moved = folder.resolve("moved elsewhere");
        Files.move(project, moved);
        project = moved;
        terminal = new Terminal(moved);
        Files.delete(project.resolve("lung-enrollment-1.html"));
        Locale language = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(card("lung-enrollment")).isEqualTo(first).isEqualTo(asBefore);
        } finally {
            Locale.setDefault(language);
        }
        assertThat(first).doesNotContain(folder.toString(), trained.toString(), System.getProperty("user.name") + "/");
    }

    @Test
    void itHoldsEveryFigureWithItsIntervalAndEveryRule() throws IOException {
        for (String model : MODELS) {
            String card = card(model);
            JsonNode report = report(model);

            report.get("metrics")
                    .forEach(metric -> List.of("value", "low", "high")
                            .forEach(part -> assertThat(card)
                                    .contains(">" + Figures.of(metric.get(part).asDouble()) + "<")));
            report.at("/verdict/rules")
                    .forEach(rule -> assertThat(card)
                            .contains(rule.get("rule").asText())
                            .contains(rule.get("explanation").asText()));
            assertThat(card)
                    .contains(
                            "Sites of lung-cancer trials", "lung_sites.csv", "lung@1", "every rule that applies is met")
                    .contains(
                            report.get("model_sha256").asText(),
                            report.at("/dataset/sha256").asText());
        }
        assertThat(card("lung-activation")).contains("<h3>Calibration</h3>", "<h3>ROC</h3>");
        assertThat(card("lung-enrollment")).contains("<h3>Predicted and actual</h3>", "<h3>Residuals</h3>");
    }

    @Test
    void noKeyAndNoGroupIsInIt() throws IOException {
        for (String model : MODELS) {
            String card = card(model);
            Path rows = evidence(model).resolve("holdout.csv");
            List<String> lines = Files.readAllLines(rows);
            assertThat(lines).hasSizeGreaterThan(100);
            for (String line : lines.subList(1, lines.size())) {
                String[] fields = line.split(",", -1);
                assertThat(card.contains(fields[0]) || card.contains(fields[1])).isFalse();
            }
        }
    }

    @Test
    void itIsWellFormedAndAsksForNothing() throws IOException, ParserConfigurationException, SAXException {
        for (String model : MODELS) {
            Document document = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(
                            card(model).replace("<!DOCTYPE html>", "").getBytes(StandardCharsets.UTF_8)));
            NodeList all = document.getElementsByTagName("*");
            for (int i = 0; i < all.getLength(); i++) {
                Node element = all.item(i);
                assertThat(element.getNodeName()).isNotIn("script", "link", "img", "iframe", "object", "a", "form");
                for (String name : List.of("src", "href", "style", "onload", "onclick")) {
                    assertThat(element.getAttributes().getNamedItem(name)).isNull();
                }
            }
            assertThat(card(model)).doesNotContain("url(", "@import", "http:", "https:");
        }
    }

    @Test
    void whatIsGoneIsSaidInItsPlace() throws IOException {
        Files.delete(evidence("lung-activation").resolve("holdout.csv"));
        try (Stream<Path> found = Files.walk(project.resolve(".plimsoll/datasets"))) {
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
        Path model = ModelFolders.of(
                project.resolve(".plimsoll"),
                report("lung-enrollment").get("model_sha256").asText());
        Files.delete(model.resolve("contract.json"));

        assertThat(card("lung-activation"))
                .contains("The run&#39;s evidence is gone, so there are no charts.")
                .contains("The snapshot of lung@1 is gone or damaged, so there is no profile.");
        assertThat(card("lung-enrollment")).contains("The model&#39;s files are gone or damaged");
    }

    @Test
    void anotherFileIsNeverOverwritten() throws IOException {
        Path taken = project.resolve("taken.html");
        Files.writeString(taken, "somebody's own");

        assertThat(terminal.type("models", "card", "lung-activation", "-o", "taken.html")
                        .exits(2)
                        .err())
                .startsWith(
                        "error[ALREADY_EXISTS]: there is something else under this name already, taken.html\nhelp: ");
        assertThat(taken).hasContent("somebody's own");
        JsonNode answer = terminal.type("--json", "models", "card", "lung-activation@1")
                .exits(0)
                .json();
        assertThat(answer.get("file").asText()).isEqualTo("lung-activation-1.html");
        assertThat(Files.size(project.resolve("lung-activation-1.html")))
                .isEqualTo(answer.get("bytes").asLong());
    }

    @Test
    void aModelThatWasJudgedInFoldsSaysSo() throws IOException {
        Path indication = project.resolve("indications/lung.yml");
        Files.writeString(
                indication, Files.readString(indication).replace("split: {holdout: 20%}", "split: {folds: 3}"));
        terminal.type("models", "retire", "lung-activation", "--reason", "judged otherwise from here on")
                .exits(0);
        terminal.type("train", "lung").exits(0);

        terminal.type("models", "card", "lung-activation@2").exits(0);
        assertThat(Files.readString(project.resolve("lung-activation-2.html")))
                .contains("This model was judged out of 3 folds")
                .contains("3 folds that judge in turn")
                .contains("each by a model that was fitted without its fold");
    }

    private String card(String model) throws IOException {
        terminal.type("models", "card", model + "@1").exits(0);
        return Files.readString(project.resolve(model + "-1.html"));
    }

    private JsonNode report(String model) {
        JsonNode version =
                terminal.type("--json", "models", "show", model + "@1").exits(0).json();
        return terminal.type("--json", "runs", "show", version.get("run").asText())
                .exits(0)
                .json()
                .get("report");
    }

    private Path evidence(String model) {
        return project.resolve(".plimsoll/runs/" + report(model).get("run").asText() + "/07-evaluate");
    }
}
