package io.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.plimsoll.canonical.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * Every model type of an indication of {@code benchmarks/bands}, trained with each of five folds of trials held out in turn. A trial's fold is
 * a salted hash's, as in {@code bands.py}, so that both draw the same folds.
 */
final class FiveFolds {
    private static final Path CONFIGS =
            Path.of("../benchmarks/bands/indications").toAbsolutePath().normalize();
    private static final int FOLDS = 5;

    private final Path project;
    private final String indication;
    private final Terminal terminal;

    FiveFolds(Path project, String indication) {
        this.project = project;
        this.indication = indication;
        this.terminal = new Terminal(project);
    }

    /**
     * One figure a model type, over the predictions of all five folds: AUC of a target of 0 and 1, else skill.
     *
     * @param table a CSV file whose first column is trial_id, and in which no value holds a line break
     */
    Map<String, Double> figures(Path table, String source, int draw) throws IOException {
        Path folded = project.resolve("table.csv");
        writeWithFolds(Files.readAllLines(table), draw, folded);
        Files.createDirectories(project.resolve("indications"));
        Files.writeString(project.resolve("plimsoll.yml"), "");
        String config = Files.readString(CONFIGS.resolve(indication + ".yml"));
        Map<String, OutOfFold> pooled = new TreeMap<>();
        for (int fold = 1; fold <= FOLDS; fold++) {
            Files.writeString(
                    project.resolve("indications/" + indication + ".yml"),
                    config.replace("holdout: 1}", "holdout: " + fold + "}"));
            Terminal.Answer answer =
                    terminal.type("train", indication, "--all", "--json", "--data", source + "=" + folded);
            // how good a model is is measured here; whether one fold of few groups lets it be registered is not
            assertThat(answer.exit()).as(answer.err()).isIn(0, 3);
            for (JsonNode run : answer.json().get("runs")) {
                Path evidence =
                        project.resolve(".plimsoll/runs/" + run.get("run").asText() + "/07-evaluate");
                pooled.computeIfAbsent(run.get("model_type").asText(), type -> new OutOfFold())
                        .add(evidence);
            }
        }
        Map<String, Double> figures = new TreeMap<>();
        pooled.forEach((type, rows) -> figures.put(type, rows.figure()));
        return figures;
    }

    private static void writeWithFolds(List<String> lines, int draw, Path target) throws IOException {
        UnaryOperator<String> trial = line -> line.substring(0, line.indexOf(','));
        TreeSet<String> trials = new TreeSet<>(Comparator.comparing(group -> Sha256.of(draw + ":" + group)));
        lines.stream().skip(1).map(trial).forEach(trials::add);
        Map<String, Integer> folds = new TreeMap<>();
        trials.forEach(group -> folds.put(group, 1 + folds.size() % FOLDS));
        List<String> written = new ArrayList<>();
        written.add(lines.get(0) + ",fold");
        lines.stream().skip(1).forEach(line -> written.add(line + "," + folds.get(trial.apply(line))));
        Files.write(target, written);
    }

    /** Every labelled row once, as the model that had not seen its fold predicted it. */
    private static final class OutOfFold {
        private record Row(double target, double prediction, double median) {}

        private final List<Row> rows = new ArrayList<>();

        void add(Path evidence) throws IOException {
            double median = new JsonMapper()
                    .readTree(evidence.resolve("metrics.json").toFile())
                    .at("/baseline/median")
                    .asDouble();
            Files.readAllLines(evidence.resolve("holdout.csv")).stream()
                    .skip(1)
                    .map(line -> line.split(","))
                    .map(cells -> new Row(Double.parseDouble(cells[2]), Double.parseDouble(cells[3]), median))
                    .forEach(rows::add);
        }

        double figure() {
            boolean classes = rows.stream().allMatch(row -> row.target == 0 || row.target == 1);
            return classes ? auc() : skill();
        }

        /** The share of pairs of a 1 and a 0 that are in order, a tie counting half. */
        private double auc() {
            double[] ones = predictions(1);
            double[] zeros = predictions(0);
            double inOrder = 0;
            for (double one : ones) {
                for (double zero : zeros) {
                    inOrder += one > zero ? 1 : one == zero ? 0.5 : 0;
                }
            }
            return inOrder / ones.length / zeros.length;
        }

        private double[] predictions(double target) {
            return rows.stream()
                    .filter(row -> row.target == target)
                    .mapToDouble(Row::prediction)
                    .toArray();
        }

        /** 1 − MAE ÷ MAE of the median of the rows that each model was trained on. */
        private double skill() {
            double loss = rows.stream()
                    .mapToDouble(row -> Math.abs(row.target - row.prediction))
                    .sum();
            double naive = rows.stream()
                    .mapToDouble(row -> Math.abs(row.target - row.median))
                    .sum();
            return 1 - loss / naive;
        }
    }
}
