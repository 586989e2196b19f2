package io.plimsoll.cli.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HematologySampleTest {
    private static final Path COMMITTED = Path.of("..", "examples", "clinical-sites", "data", "hematology_trials.csv");
    private static final Path REAL_TABLE = Path.of("..", "..", "shared", "data", "hematology_trials.csv");

    private final SampleTable table = SampleTable.generated(HematologySample::write);

    @Test
    void theCommittedTableIsWhatTheGeneratorWrites() throws IOException {
        assertThat(Files.readString(COMMITTED).equals(SampleTable.text(HematologySample::write)))
                .as(
                        "the example's table and the generator agree; if not: `plimsoll init DIR` writes a new table to copy")
                .isTrue();
    }

    @Test
    void theSameSeedGivesTheSameTableAndAnotherSeedAnother() {
        String first = SampleTable.text(out -> HematologySample.write(7, out));

        assertThat(SampleTable.text(out -> HematologySample.write(7, out))).isEqualTo(first);
        assertThat(SampleTable.text(out -> HematologySample.write(8, out))).isNotEqualTo(first);
    }

    @Test
    void hasTheColumnsThatTheReadmeDescribes() throws IOException {
        String readme = Files.readString(COMMITTED.resolveSibling(Path.of("..", "README.md")));

        assertThat(table.columns()).containsExactlyElementsOf(ExpectedColumns.OF_TRIALS);
        assertThat(table.columns()).allSatisfy(column -> assertThat(readme).contains("`" + column + "`"));
    }

    @Test
    void hasTheColumnsOfTheRealTableAndNoneOfItsTrials() throws IOException {
        assumeThat(REAL_TABLE)
                .as("the real table, which is not part of the project, to compare with")
                .exists();
        SampleTable real = SampleTable.read(Files.readString(REAL_TABLE));

        assertThat(table.columns()).isEqualTo(real.columns());
        Set<String> common = new HashSet<>(table.column("trial_id"));
        common.retainAll(Set.copyOf(real.column("trial_id")));
        assertThat(common.size()).as("trials in common").isZero();
    }

    @Test
    void keysAreUniqueAndOfNoTrialOfTheOtherSample() {
        assertThat(table.column("trial_id"))
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("SYN\\d{8}"))
                .doesNotContainAnyElementsOf(
                        SampleTable.generated(LungSample::write).column("trial_id"));
    }

    @Test
    void hasTheDocumentedRowsAndLabels() {
        SampleTable interventional = table.where("study_type", "INTERVENTIONAL");

        assertThat(table.rows()).hasSize(1500);
        assertThat(table.having("ACTUAL_ENROLLMENT").rows()).hasSize(843);
        assertThat(table.where("ACTUAL_ENROLLMENT", "0").rows()).hasSize(67);
        assertThat(table.having("ENROLLMENT_PER_SITE").rows()).hasSize(773);
        assertThat(table.where("ENROLLMENT_PER_SITE", "0").rows()).hasSize(35);
        assertThat(table.having("ENROLLMENT_PER_SITE_MONTH").rows()).hasSize(701);
        assertThat(table.having("DURATION_MONTHS").rows()).hasSize(1088);
        assertThat(table.having("NONENROLLMENT").rows()).hasSize(843);
        assertThat(table.where("NONENROLLMENT", "1").rows()).hasSize(67);

        assertThat(interventional.rows()).hasSize(1383);
        assertThat(interventional.having("ENROLLMENT_PER_SITE").rows()).hasSize(715);
        assertThat(interventional.having("NONENROLLMENT").rows()).hasSize(776);
        assertThat(interventional.where("NONENROLLMENT", "1").rows()).hasSize(57);
    }

    @Test
    void hasTheDocumentedMissingValues() {
        Map<String, Double> documented = Map.of(
                "phase", 0.12,
                "allocation", 0.40,
                "masking", 0.30,
                "n_arms", 0.85,
                "dmc", 0.83,
                "fda_drug", 0.95,
                "criteria_chars", 0.57,
                "start_year", 0.02,
                "n_sites", 0.07,
                "planned_enrollment", 0.69);

        documented.forEach((column, share) -> assertThat(missingShare(table, column))
                .as("share of trials without %s", column)
                .isCloseTo(share, within(0.006)));
    }

    @Test
    void blanksTellTheAnswerAsDocumented() {
        SampleTable trials = table.where("study_type", "INTERVENTIONAL");
        SampleTable withdrawn = trials.where("NONENROLLMENT", "1");
        SampleTable enrolled = trials.where("NONENROLLMENT", "0");

        assertThat(withdrawn.where("n_sites", "").rows()).hasSize(29);
        assertThat(enrolled.where("n_sites", "").rows()).hasSize(32);
        assertThat(withdrawn.where("start_year", "").rows()).hasSize(11);
        assertThat(enrolled.where("start_year", "").rows()).hasSize(5);
        assertThat(table.having("ACTUAL_ENROLLMENT")
                        .having("planned_enrollment")
                        .rows())
                .isEmpty();
    }

    @Test
    void labelsFollowFromParticipantsSitesAndMonths() {
        assertThat(table.where("overall_status", "WITHDRAWN").column("NONENROLLMENT"))
                .containsOnly("1");
        assertThat(table.having("ACTUAL_ENROLLMENT").rows())
                .allSatisfy(row -> assertThat(row.get("NONENROLLMENT"))
                        .isEqualTo("0".equals(row.get("ACTUAL_ENROLLMENT")) ? "1" : "0"));
        assertThat(table.having("ENROLLMENT_PER_SITE_MONTH").rows()).allSatisfy(row -> {
            double perSite = number(row, "ACTUAL_ENROLLMENT") / number(row, "n_sites");
            assertThat(number(row, "ENROLLMENT_PER_SITE")).isCloseTo(perSite, within(0.001));
            assertThat(number(row, "ENROLLMENT_PER_SITE_MONTH"))
                    .isCloseTo(perSite / number(row, "DURATION_MONTHS"), within(0.0001));
        });
    }

    private static double number(Map<String, String> row, String column) {
        return Double.parseDouble(row.getOrDefault(column, ""));
    }

    private static double missingShare(SampleTable rows, String column) {
        return 1 - rows.having(column).rows().size() / (double) rows.rows().size();
    }
}
