package io.plimsoll.cli.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LungSampleTest {
    private static final Path COMMITTED = Path.of("..", "examples", "clinical-sites", "data", "lung_sites.csv");
    private static final Path REAL_TABLE = Path.of("..", "..", "shared", "data", "lung_sites.csv");

    private final SampleTable table = SampleTable.generated(LungSample::write);

    @Test
    void theCommittedTableIsWhatTheGeneratorWrites() throws IOException {
        assertThat(Files.readString(COMMITTED).equals(SampleTable.text(LungSample::write)))
                .as(
                        "the example's table and the generator agree; if not: `plimsoll init DIR` writes a new table to copy")
                .isTrue();
    }

    @Test
    void theSameSeedGivesTheSameTableAndAnotherSeedAnother() {
        String first = SampleTable.text(out -> LungSample.write(7, out));

        assertThat(SampleTable.text(out -> LungSample.write(7, out))).isEqualTo(first);
        assertThat(SampleTable.text(out -> LungSample.write(8, out))).isNotEqualTo(first);
    }

    @Test
    void hasTheColumnsThatTheReadmeDescribes() throws IOException {
        String readme = Files.readString(COMMITTED.resolveSibling(Path.of("..", "README.md")));

        assertThat(table.columns()).containsExactlyElementsOf(ExpectedColumns.OF_SITES);
        assertThat(table.columns()).allSatisfy(column -> assertThat(readme).contains("`" + column + "`"));
    }

    @Test
    void keysAreUniqueAndTrialsAreNamedAsGenerated() {
        assertThat(table.column("site_row_id")).doesNotHaveDuplicates();
        assertThat(table.column("trial_id")).allMatch(id -> id.matches("SYN\\d{8}"));
        assertThat(table.rows())
                .allSatisfy(row ->
                        assertThat(row.get("site_row_id")).startsWith(row.get("trial_id") + "-" + row.get("site_id")));
    }

    @Test
    void hasTheDocumentedRowsTrialsAndLabels() {
        assertThat(table.rows()).hasSize(4390);
        assertThat(table.byTrial()).hasSize(420);
        assertThat(table.where("study_type", "INTERVENTIONAL").rows()).hasSize(3982);

        assertThat(table.having("ACTIVATION").rows()).hasSize(2613);
        assertThat(table.having("ACTIVATION").byTrial()).hasSize(258);
        assertThat(table.where("ACTIVATION", "1").rows()).hasSize(2112);

        assertThat(table.having("NONENROLLMENT").rows()).hasSize(2302);
        assertThat(table.having("NONENROLLMENT").byTrial()).hasSize(243);
        assertThat(table.where("NONENROLLMENT", "1").rows()).hasSize(190);
        assertThat(table.where("NONENROLLMENT", "1").byTrial()).hasSize(85);

        assertThat(table.having("TRIAL_MEAN_ENROLLMENT").rows()).hasSize(3179);
        assertThat(table.having("TRIAL_MEAN_ENROLLMENT").byTrial()).hasSize(305);
        assertThat(table.where("TRIAL_MEAN_ENROLLMENT", "0").rows()).hasSize(122);
        assertThat(table.where("TRIAL_MEAN_ENROLLMENT", "0").byTrial()).hasSize(9);
    }

    @Test
    void hasTheDocumentedMissingValues() {
        Map<String, Double> documented = Map.ofEntries(
                Map.entry("facility", 0.001),
                Map.entry("state", 0.36),
                Map.entry("lat", 0.48),
                Map.entry("phase", 0.11),
                Map.entry("allocation", 0.45),
                Map.entry("masking", 0.19),
                Map.entry("n_arms", 0.21),
                Map.entry("dmc", 0.20),
                Map.entry("fda_drug", 0.46),
                Map.entry("max_age_years", 0.65),
                Map.entry("planned_enrollment", 0.51),
                Map.entry("site_status", 0.36));

        documented.forEach((column, share) -> assertThat(missingShare(column))
                .as("share of rows without %s", column)
                .isCloseTo(share, within(0.006)));
        List.of("country", "prior_trials_facility", "prior_trials_city", "start_year", "sponsor_class", "city")
                .forEach(column -> assertThat(missingShare(column)).as(column).isZero());
    }

    @Test
    void allSitesOfATrialShareItsDesignAndItsMeanEnrollment() {
        List<String> shared =
                List.of("phase", "allocation", "n_arms", "sponsor_class", "start_year", "TRIAL_MEAN_ENROLLMENT");

        table.byTrial().forEach((id, trial) -> {
            assertThat(trial.column("n_sites"))
                    .containsOnly(Integer.toString(trial.rows().size()));
            shared.forEach(column -> assertThat(Set.copyOf(trial.column(column)))
                    .as("%s of %s", column, id)
                    .hasSize(1));
        });
    }

    @Test
    void labelsFollowFromTheStatusOfTheSite() {
        Map<String, String> labels = Map.of(
                "", "/",
                "NOT_YET_RECRUITING", "0/",
                "WITHDRAWN", "/1",
                "SUSPENDED", "/",
                "RECRUITING", "1/0",
                "ACTIVE_NOT_RECRUITING", "1/0",
                "COMPLETED", "1/0");

        assertThat(Set.copyOf(table.column("site_status"))).isEqualTo(labels.keySet());
        assertThat(table.rows())
                .allSatisfy(row -> assertThat(row.get("ACTIVATION") + "/" + row.get("NONENROLLMENT"))
                        .isEqualTo(labels.get(row.get("site_status"))));
    }

    @Test
    void noPlaceOfTheSampleIsInTheRealTable() throws IOException {
        assumeThat(REAL_TABLE)
                .as("the real table, which is not part of the project, to compare with")
                .exists();
        SampleTable real = SampleTable.read(Files.readString(REAL_TABLE));

        assertThat(real.columns()).isEqualTo(table.columns());
        for (String column : List.of("facility", "city", "state")) {
            Set<String> common = new HashSet<>(table.having(column).column(column));
            common.retainAll(Set.copyOf(real.column(column)));
            assertThat(common.size()).as("names in common in %s", column).isZero();
        }
    }

    private double missingShare(String column) {
        return 1 - table.having(column).rows().size() / (double) table.rows().size();
    }
}
