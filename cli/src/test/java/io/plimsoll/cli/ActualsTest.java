package io.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.plimsoll.cli.sample.SampleProject;
import io.plimsoll.contracts.Rounds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What really happened, held against what was predicted: for the rows that judged a version, the figures are those that judged it. */
class ActualsTest {
    private static final String SITES = "data/lung_sites.csv";

    @TempDir
    static Path trained;

    @TempDir
    static Path scored;

    @TempDir
    Path project;

    private Terminal terminal;

    @BeforeAll
    static void trainAndScoreOnce() throws IOException {
        Rounds.onFirstJdkOnly();
        SampleProject.writeTo(scored);
        twoSmallModels(scored.resolve("indications/lung.yml"));
        Terminal terminal = new Terminal(scored);
        terminal.type("train", "lung", "--all").exits(0);
        Folders.copy(scored, trained);
        terminal.type("score", "lung", "--all", SITES, "-o", "scores.csv").exits(0);
    }

    private static void twoSmallModels(Path indication) throws IOException {
        String config = Files.readString(indication).replace("trees: 250", "trees: 40");
        int unused = config.indexOf("  NONENROLLMENT:");
        Files.writeString(indication, config.substring(0, unused) + config.substring(config.indexOf("  ENROLLMENT:")));
    }

    @BeforeEach
    void copy() throws IOException {
        Folders.copy(scored, project);
        terminal = Terminal.later(project, Map.of());
    }

    @Test
    void onTheRowsThatJudgedItAVersionIsAsGoodAsItWasJudged() throws IOException {
        for (String type : List.of("ACTIVATION", "ENROLLMENT")) {
            List<String[]> holdout = holdout(type);
            write("outcomes.csv", type, holdout);

            JsonNode report = terminal.type("--json", "actuals", "lung", type, "outcomes.csv")
                    .exits(0)
                    .json();

            JsonNode version = report.at("/versions/0");
            assertThat(version.get("champion").asBoolean()).isTrue();
            assertThat(version.at("/all/rows").asInt()).isEqualTo(holdout.size());
            assertThat(version.get("holdout")).hasSize(3);
            assertThat(version.get("all").has("positives")).isEqualTo(type.equals("ACTIVATION"));
            assertThat(version.at("/all/metrics")).isEqualTo(version.get("holdout"));
            assertThat(version.at("/periods/0/period").asText()).isEqualTo("2026-11");
            assertThat(version.at("/periods/0/figures")).isEqualTo(version.get("all"));
        }
    }

    @Test
    void theAreaUnderTheCurveIsTheShareOfPairsInOrder() throws IOException {
        List<String[]> holdout = holdout("ACTIVATION").subList(0, 200);
        write("outcomes.csv", "ACTIVATION", holdout);

        JsonNode all = actuals("outcomes.csv").exits(0).json().at("/versions/0/all");

        double auc = pairsInOrder(holdout);
        assertThat(all.at("/metrics/auc/value").asDouble()).isCloseTo(auc, within(1e-12));
        assertThat(all.get("positives").asLong())
                .isEqualTo(holdout.stream().filter(ActualsTest::isPositive).count());
    }

    @Test
    void aChampionThatIsRightTheWrongWayRoundHasCrossedItsLine() throws IOException {
        write("outcomes.csv", "ACTIVATION", turned(holdout("ACTIVATION")));
        terminal.type("webhooks", "add", "https://1.1.1.1/", "--on", "crossed-the-line")
                .exits(0);

        Terminal.Answer answer =
                terminal.type("actuals", "lung", "ACTIVATION", "outcomes.csv").exits(3);
        assertThat(answer.err())
                .startsWith(
                        "warning[LINE_CROSSED]: the champion has crossed its line in use: auc at least 0.65: auc is 0.")
                .contains("; the whole range misses the line;", ", model lung-activation@1\n")
                .endsWith(
                        "help: train again on newer rows (plimsoll train lung ACTIVATION), or bring a former champion back"
                                + " (plimsoll models rollback lung-activation --reason …)\n");
        assertThat(answer.out())
                .contains("lung-activation@1 (champion)\n", "  CROSSED auc at least 0.65: ")
                .contains("  NOT_JUDGED auc worse than champion by at most 0.01: it compares with champion");
        assertThat(terminal.type("webhooks").exits(0).out()).containsPattern("crossed-the-line +1 +never");
    }

    @Test
    void whereOnlyTheEstimateIsBeyondItIsAWarning() throws IOException {
        List<String[]> rows = holdout("ACTIVATION");
        write("outcomes.csv", "ACTIVATION", turned(rows.subList(0, 60)));

        assertThat(actuals("outcomes.csv").exits(0).err())
                .startsWith("warning[LINE_CROSSED]: the champion may have crossed its line in use: auc at least 0.65: ")
                .contains("by the point estimate alone");
    }

    @Test
    void everyRowOfTheFileIsAccountedForAndEveryPredictionToo() throws IOException {
        JsonNode report = actuals(SITES).exits(0).json();

        JsonNode rows = report.get("rows");
        JsonNode version = report.at("/versions/0");
        assertThat(rows.get("rows").asInt())
                .isEqualTo(Files.readAllLines(project.resolve(SITES)).size() - 1)
                .isEqualTo(rows.get("unknown").asInt()
                        + report.get("unpredicted").asInt()
                        + version.at("/all/rows").asInt());
        assertThat(version.get("waiting").asInt() + version.at("/all/rows").asInt())
                .isEqualTo(Files.readAllLines(project.resolve("scores.csv")).size() - 1);
    }

    @Test
    void whatIsScoredAgainCountsOnce() throws IOException {
        JsonNode before = actuals(SITES).exits(0).json();
        terminal.type("score", "lung", "ACTIVATION", SITES, "-o", "again.csv").exits(0);

        assertThat(actuals(SITES).exits(0).json().get("versions")).isEqualTo(before.get("versions"));
    }

    @Test
    void theFiguresAreKeptWithTheScoringRunAndNoRowIs() throws IOException {
        JsonNode report = actuals(SITES).exits(0).json();

        Path kept = project.resolve(".plimsoll/runs/" + report.get("run").asText() + "/actuals.json");
        String text = Files.readString(kept);
        assertThat(new JsonMapper().readTree(text)).isEqualTo(report);
        for (String[] row : holdout("ACTIVATION")) {
            assertThat(text.contains(row[0]) || text.contains(row[1])).isFalse();
        }
        terminal.type("doctor").exits(0);
    }

    @Test
    void withoutTheColumnOfGroupsEachRowStandsForItself() throws IOException {
        Files.writeString(
                project.resolve("outcomes.csv"),
                holdout("ENROLLMENT").stream()
                        .map(row -> row[0] + "," + row[2])
                        .collect(Collectors.joining("\n", "site_row_id,TRIAL_MEAN_ENROLLMENT\n", "\n")));

        assertThat(terminal.type("actuals", "lung", "ENROLLMENT", "outcomes.csv")
                        .out())
                .contains(
                        "  the file has no column 'trial_id', so each row is a group of its own, which makes intervals too short"
                                + " where rows look alike, and counts once, where in training each group does\n");
    }

    @Test
    void aFileThatIsWrongIsRefusedAndNothingIsKept() throws IOException {
        refused("site_row_id,Activation\na,1\n", "COLUMN_MISSING")
                .contains(
                        "the file has no column 'ACTIVATION' (did you mean 'Activation'?), outcomes.csv\nhelp: give the key");
        refused("site_row_id,ACTIVATION\na,1\na,0\n,1\n", "DATA_INVALID")
                .contains("1 row without a key, column 'site_row_id' of outcomes.csv\nhelp: give each row the key")
                .contains("1 row whose key another row has, too, column 'site_row_id' of outcomes.csv");
        refused("site_row_id,ACTIVATION\na,yes\n", "DATA_INVALID").contains("the target is TEXT, not a number");
        refused("site_row_id,ACTIVATION\na,2\n", "DATA_INVALID")
                .contains("the target has 1 value that are not just 0 and 1, column 'ACTIVATION' of outcomes.csv");
        refused("site_row_id,ACTIVATION\na,\n", "DATA_INVALID").contains("no row has a value yet");
        refused("site_row_id,ACTIVATION\na,1\n", "DATA_INVALID")
                .contains("no key of 1 row with a target is one that was ever scored");
        refused("site_row_id,ACTIVATION\n", "SOURCE_MALFORMED").contains("has a header and no rows");
        assertThat(actuals("nowhere.csv").exits(2).err()).startsWith("error[SOURCE_MISSING]: ");
        assertThat(actuals(SITES).exits(0).json().get("run").asText()).isNotEmpty();
    }

    @Test
    void whatWasPredictedIsWhatCountsOrNothing() throws IOException {
        String run = actuals(SITES).exits(0).json().get("run").asText();
        Path predictions = project.resolve(".plimsoll/runs/" + run + "/04-predict/predictions.parquet");
        byte[] bytes = Files.readAllBytes(predictions);
        bytes[bytes.length / 2] ^= 1;
        Files.write(predictions, bytes);

        assertThat(actuals(SITES).exits(1).err())
                .startsWith("error[ARTIFACT_DAMAGED]: what the run predicted is not what was kept of it:"
                        + " 04-predict/predictions.parquet, run " + run + "\nhelp: ");
        Files.delete(predictions);
        assertThat(actuals(SITES).exits(2).err())
                .startsWith("error[UNKNOWN_RUN]: what 1 run predicted with lung-activation is gone");
    }

    @Test
    void severalFilesAreReadAsOne() throws IOException {
        List<String[]> rows = holdout("ACTIVATION");
        write("outcomes-1.csv", "ACTIVATION", rows.subList(0, 300));
        write("outcomes-2.csv", "ACTIVATION", rows.subList(300, rows.size()));

        assertThat(terminal.type("actuals", "lung", "ACTIVATION", "outcomes-*.csv")
                        .exits(0)
                        .out())
                .contains(" rows in 2 files, of which ");
    }

    @Test
    void whereNothingWasPredictedThatIsSaid() {
        assertThat(terminal.type("actuals", "hematology", "ENROLLMENT", SITES)
                        .exits(2)
                        .err())
                .startsWith("error[UNKNOWN_MODEL]: there is no model 'hematology-enrollment'");
        assertThat(terminal.type("actuals", "lung", "ACTIVATE", SITES).exits(2).err())
                .startsWith("error[UNKNOWN_MODEL_TYPE]: ");
        Terminal unscored = new Terminal(trained);
        assertThat(unscored.type("actuals", "lung", "ACTIVATION", SITES)
                        .exits(2)
                        .err())
                .isEqualTo("""
                        error[UNKNOWN_RUN]: no run has scored with lung-activation, so that there is nothing to hold actuals against
                        help: plimsoll score lung ACTIVATION INPUT -o OUTPUT
                        """);
    }

    private AbstractStringAssert<?> refused(String file, String code) throws IOException {
        Files.writeString(project.resolve("outcomes.csv"), file);
        return assertThat(actuals("outcomes.csv").exits(2).err()).startsWith("error[" + code + "]: ");
    }

    /** Key, group, target and prediction of the rows that judged the champion. */
    private List<String[]> holdout(String type) throws IOException {
        String run = terminal.type("--json", "models", "show", "lung-" + type.toLowerCase(Locale.ROOT) + "@1")
                .exits(0)
                .json()
                .get("run")
                .asText();
        Path rows = project.resolve(".plimsoll/runs/" + run + "/07-evaluate/holdout.csv");
        return Files.readAllLines(rows).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .toList();
    }

    private void write(String file, String type, List<String[]> rows) throws IOException {
        String target = type.equals("ENROLLMENT") ? "TRIAL_MEAN_ENROLLMENT" : type;
        Files.writeString(
                project.resolve(file),
                rows.stream()
                        .map(row -> String.join(",", row[0], row[1], row[2]))
                        .collect(Collectors.joining("\n", "site_row_id,trial_id," + target + "\n", "\n")));
    }

    /** The same rows, with the other class. */
    private static List<String[]> turned(List<String[]> rows) {
        return rows.stream()
                .map(row -> new String[] {row[0], row[1], isPositive(row) ? "0" : "1", row[3]})
                .toList();
    }

    private static boolean isPositive(String[] row) {
        return Double.parseDouble(row[2]) == 1;
    }

    /** The area under the curve by its definition: among all pairs of a positive and a negative row, ties counting half. */
    private static double pairsInOrder(List<String[]> rows) {
        double inOrder = 0;
        long pairs = 0;
        for (String[] positive : rows) {
            for (String[] negative : rows) {
                if (isPositive(positive) && !isPositive(negative)) {
                    pairs++;
                    int order = Double.compare(Double.parseDouble(positive[3]), Double.parseDouble(negative[3]));
                    inOrder += order > 0 ? 1 : order == 0 ? 0.5 : 0;
                }
            }
        }
        return inOrder / pairs;
    }

    private Terminal.Answer actuals(String file) {
        return terminal.type("--json", "actuals", "lung", "ACTIVATION", file);
    }
}
