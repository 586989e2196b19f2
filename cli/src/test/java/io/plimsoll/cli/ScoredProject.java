package io.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.cli.sample.SampleProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The sample project with a champion of each model type of lung, and what a test does with new rows in it. */
record ScoredProject(Path project, Terminal terminal) {
    /** Trains once what {@link #copyOf} gives to each test. */
    static void train(Path folder) {
        SampleProject.writeTo(folder);
        new Terminal(folder).type("train", "lung", "--all").exits(0);
    }

    static ScoredProject copyOf(Path trained, Path project) throws IOException {
        Folders.copy(trained, project);
        return new ScoredProject(project, Terminal.later(project, Map.of()));
    }

    Terminal.Answer type(String... arguments) {
        return terminal.type(arguments);
    }

    Terminal.Answer score(String output) {
        return terminal.type("--json", "score", "lung", "ACTIVATION", "data/lung_sites.csv", "-o", output);
    }

    Path data() {
        return project.resolve("data/lung_sites.csv");
    }

    /** Holdout predictions of the run that made a model type's first version. */
    Map<String, String> judged(String modelType) throws IOException {
        JsonNode version = terminal.type(
                        "--json", "models", "show", "lung-" + modelType.toLowerCase(Locale.ROOT) + "@1")
                .exits(0)
                .json();
        return byKey(".plimsoll/runs/" + version.get("run").asText() + "/07-evaluate/holdout.csv", "prediction");
    }

    Map<String, String> byKey(String file, String column) throws IOException {
        List<List<String>> rows = table(project.resolve(file));
        int place = rows.get(0).indexOf(column);
        Map<String, String> values = new HashMap<>();
        rows.subList(1, rows.size()).forEach(row -> values.put(row.get(0), row.get(place)));
        return values;
    }

    static double number(List<String> row, List<String> names, String column) {
        String value = row.get(names.indexOf(column));
        return value.isEmpty() ? 0 : Double.parseDouble(value);
    }

    static JsonNode input(JsonNode report, String column) {
        for (JsonNode input : report.get("inputs")) {
            if (input.get("column").asText().equals(column)) {
                return input;
            }
        }
        throw new AssertionError("no input " + column);
    }

    void change(String column, UnaryOperator<String> change) throws IOException {
        List<List<String>> rows = table(data());
        int place = rows.get(0).indexOf(column);
        List<List<String>> changed = new ArrayList<>(List.of(rows.get(0)));
        for (List<String> row : rows.subList(1, rows.size())) {
            List<String> other = new ArrayList<>(row);
            other.set(place, change.apply(row.get(place)));
            changed.add(other);
        }
        write("data/lung_sites.csv", changed);
    }

    void edit(String text, String by) throws IOException {
        Path config = project.resolve("indications/lung.yml");
        String yaml = Files.readString(config);
        assertThat(yaml).contains(text);
        Files.writeString(config, yaml.replace(text, by));
    }

    static List<String> without(List<String> row, int place) {
        List<String> rest = new ArrayList<>(row);
        rest.remove(place);
        return rest;
    }

    static List<List<String>> table(Path file) throws IOException {
        return Files.readAllLines(file).stream().map(CsvLines::fields).toList();
    }

    /** @param further columns that are new, and empty */
    void write(String file, List<List<String>> rows, String... further) throws IOException {
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            String more = lines.isEmpty() ? "," + String.join(",", further) : ",".repeat(further.length);
            lines.add(String.join(",", row) + (further.length == 0 ? "" : more));
        }
        Files.write(project.resolve(file), lines);
    }

    static void assertNothingElseIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.contains("out.csv")))
                    .containsExactly("out.csv");
        }
    }
}
