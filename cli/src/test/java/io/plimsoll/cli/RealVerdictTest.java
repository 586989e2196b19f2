package io.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.contracts.Rounds;
import io.plimsoll.data.GroupHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Verdicts on real tables, over many deals of the holdout: a model that knows nothing is refused against a good champion, and one that is as good
 * as the champion is not taken for a better one.
 */
class RealVerdictTest {
    private static final Path TABLES =
            Path.of("../../shared/data").toAbsolutePath().normalize();
    private static final Path SITES = TABLES.resolve("all_condition_sites.csv");
    private static final Path TRIALS = TABLES.resolve("hematology_trials.csv");
    private static final int DEALS = Boolean.getBoolean("plimsoll.full") ? 20 : 4;
    private static final String GOOD = "settings: {trees: 250, depth: 4, learning_rate: 0.05, l2: 1}";
    private static final String AS_GOOD =
            "settings: {trees: 250, depth: 4, learning_rate: 0.05, l2: 1, subsample: 0.8}\n    seed: 7";

    /** A workspace with a champion for each table and deal, trained once; each test goes on from copies of its own. */
    @TempDir
    static Path champions;

    @TempDir
    Path project;

    private Terminal terminal;

    @BeforeEach
    void makeProject() throws IOException {
        Rounds.onFirstJdkOnly();
        assumeTrue(Files.exists(SITES) && Files.exists(TRIALS), "skipped: no real tables in ../shared/data");
        Files.writeString(project.resolve("plimsoll.yml"), "");
        Files.createDirectories(project.resolve("indications"));
        terminal = Terminal.later(project, Map.of());
    }

    @Test
    void aModelOfShuffledLabelsIsRefused() throws IOException {
        int refused = 0;
        for (int deal = 0; deal < DEALS; deal++) {
            champion(SITES, deal);
            Path shuffled = shuffled(deal);
            refused += isRefused(run(sites(deal, GOOD, "worse_by_at_most: 0.01"), shuffled, deal)) ? 1 : 0;
        }

        assertThat(refused).isGreaterThanOrEqualTo((int) Math.ceil(0.9 * DEALS));
    }

    @Test
    void aModelOfThreeTreesIsRefused() throws IOException {
        int refused = 0;
        for (int deal = 0; deal < DEALS; deal++) {
            champion(TRIALS, deal);
            String three = "settings: {trees: 3, depth: 4, learning_rate: 0.05, l2: 1}";
            refused += isRefused(run(trials(deal, three, "worse_by_at_most: 2%"), TRIALS, deal)) ? 1 : 0;
        }

        assertThat(refused).isGreaterThanOrEqualTo((int) Math.ceil(0.9 * DEALS));
    }

    @Test
    void aModelThatIsAsGoodIsNotTakenForABetterOne() throws IOException {
        int inconclusive = 0;
        for (int deal = 0; deal < DEALS; deal++) {
            champion(SITES, deal);
            inconclusive += isInconclusive(run(sites(deal, AS_GOOD, "better_by: 0"), SITES, deal)) ? 1 : 0;
            champion(TRIALS, deal);
            inconclusive += isInconclusive(run(trials(deal, AS_GOOD, "better_by: 0"), TRIALS, deal)) ? 1 : 0;
        }

        assertThat(inconclusive).isGreaterThanOrEqualTo((int) Math.ceil(0.8 * 2 * DEALS));
    }

    private static boolean isRefused(JsonNode run) {
        return run.get("decision").asText().equals("REFUSE");
    }

    private static boolean isInconclusive(JsonNode run) {
        return run.at("/verdict/rules/1/result").asText().equals("INCONCLUSIVE");
    }

    /** What a first model is held against does not depend on the margin that later ones are. */
    private void champion(Path table, int deal) throws IOException {
        boolean isSites = table.equals(SITES);
        String name = workspace(isSites, deal);
        Path kept = champions.resolve(name);
        if (Files.notExists(kept)) {
            String config = isSites ? sites(deal, GOOD, "better_by: 0") : trials(deal, GOOD, "better_by: 0");
            assertThat(train(new Terminal(project), config, table, kept.toString())
                            .get("outcome")
                            .asText())
                    .isIn("REGISTERED", "NOT_REGISTERED");
        }
        Folders.copy(kept, project.resolve(name));
    }

    private JsonNode run(String config, Path table, int deal) throws IOException {
        return train(terminal, config, table, workspace(!config.contains("TRIALS"), deal));
    }

    private static String workspace(boolean isSites, int deal) {
        return (isSites ? "sites-" : "trials-") + deal;
    }

    private JsonNode train(Terminal typing, String config, Path table, String workspace) throws IOException {
        Files.writeString(project.resolve("indications/real.yml"), config);
        return typing.type("--json", "-w", workspace, "train", "real", "--data", "rows=" + table)
                .json();
    }

    private static String sites(int deal, String settings, String margin) {
        return """
                indication: real
                data: {sources: {rows: rows.csv}, key: site_row_id, group: trial_id}
                split: {holdout: 20%%, salt: deal-%d}
                features:
                  numeric: [prior_trials_facility, prior_trials_city, sites_same_country, sites_same_city, has_drug, has_biological, has_radiation, has_procedure, n_interventions, n_arms, n_collaborators, min_age_years, max_age_years, criteria_chars, n_primary_outcomes, n_secondary_outcomes, start_year, registered_minus_start_months, n_sites, n_countries, share_us_sites]
                  categorical: [country, indication, study_type, phase, allocation, intervention_model, masking, primary_purpose, sponsor_class, sex, dmc, fda_drug, healthy_volunteers]
                  missing: {numeric: keep}
                models:
                  SITES:
                    target: ACTIVATION
                    task: classification
                    metric: auc
                    %s
                    guardrail:
                      rules:
                        - {metric: auc, at_least: 0.2}
                        - {metric: auc, against: champion, %s}
                """.formatted(deal, settings, margin);
    }

    private static String trials(int deal, String settings, String margin) {
        return """
                indication: real
                data: {sources: {rows: rows.csv}, key: trial_id}
                split: {holdout: 20%%, salt: deal-%d}
                features:
                  numeric: [has_drug, has_biological, has_radiation, has_procedure, n_interventions, n_arms, n_collaborators, min_age_years, max_age_years, start_year, n_sites, n_countries, criteria_chars, n_primary_outcomes, n_secondary_outcomes]
                  categorical: [phase, allocation, intervention_model, masking, primary_purpose, sponsor_class, sex]
                models:
                  TRIALS:
                    target: ENROLLMENT_PER_SITE
                    train_where: ENROLLMENT_PER_SITE > 0
                    task: regression
                    target_scale: log1p
                    metric: wape
                    %s
                    guardrail:
                      rules:
                        - {metric: wape, at_most: 5}
                        - {metric: wape, against: champion, %s}
                """.formatted(deal, settings, margin);
    }

    /** The table with the labels of its training rows dealt out anew; the rows that judge keep theirs. */
    private Path shuffled(int deal) throws IOException {
        List<String> lines = Files.readAllLines(SITES);
        List<String> header = CsvLines.fields(lines.get(0));
        int target = header.indexOf("ACTIVATION");
        int group = header.indexOf("trial_id");
        GroupHash holdout = new GroupHash("trial_id", "deal-" + deal, 0.2);
        List<List<String>> rows = new ArrayList<>();
        lines.forEach(line -> rows.add(new ArrayList<>(CsvLines.fields(line))));
        List<Integer> training = IntStream.range(1, rows.size())
                .filter(i -> !rows.get(i).get(target).isEmpty()
                        && !holdout.holdsOut(rows.get(i).get(group)))
                .boxed()
                .toList();
        List<String> labels = new ArrayList<>();
        training.forEach(i -> labels.add(rows.get(i).get(target)));
        Collections.shuffle(labels, new Random(deal));
        for (int i = 0; i < labels.size(); i++) {
            rows.get(training.get(i)).set(target, labels.get(i));
        }
        Path file = project.resolve("shuffled-" + deal + ".csv");
        return Files.write(file, rows.stream().map(row -> String.join(",", row)).toList());
    }
}
