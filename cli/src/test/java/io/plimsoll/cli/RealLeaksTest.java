package io.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.cli.sample.SampleProject;
import io.plimsoll.contracts.Rounds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The columns that the real tables' notes call leaks, used as features: {@code check} names each of them, and no other. */
class RealLeaksTest {
    private static final Path TABLES =
            Path.of("../../shared/data").toAbsolutePath().normalize();
    private static final Pattern COLUMN = Pattern.compile("column '([^']+)'");

    @TempDir
    Path project;

    private Terminal terminal;

    @BeforeEach
    void makeProject() {
        assumeTrue(Files.exists(TABLES.resolve("lung_sites.csv")), "skipped: no real tables in ../shared/data");
        Rounds.onFirstJdkOnly();
        SampleProject.writeTo(project);
        terminal = new Terminal(project);
    }

    @Test
    void everyLeakOfTheSitesIsNamedAndNoHonestFeature() throws IOException {
        Path config = project.resolve("indications/lung.yml");
        Files.writeString(
                config,
                Files.readString(config)
                        .replaceFirst(
                                "numeric: \\[",
                                "numeric: [planned_enrollment, facility_name_masked, n_sites, n_countries, share_us_sites, ")
                        .replaceFirst("categorical: \\[", "categorical: [site_status, snapshot, source, "));

        JsonNode checks = terminal.type(
                        "--json", "check", "lung", "--data", "sites=" + TABLES.resolve("lung_sites.csv"))
                .json()
                .get("checks");

        for (String type : Set.of("ACTIVATION", "NONENROLLMENT")) {
            assertThat(named(check(checks, type).get("warnings"), "give the target away"))
                    .as(type)
                    .containsExactlyInAnyOrder(
                            "planned_enrollment",
                            "facility_name_masked",
                            "n_sites",
                            "n_countries",
                            "share_us_sites",
                            "site_status",
                            "snapshot",
                            "source");
        }
        assertThat(named(check(checks, "ENROLLMENT").get("faults"), "no value in any"))
                .containsExactlyInAnyOrder("planned_enrollment", "site_status");
    }

    @Test
    void theSamplesOwnFeaturesAreNotNamedAndTheFacilityIs() {
        JsonNode checks = terminal.type(
                        "--json", "check", "lung", "--data", "sites=" + TABLES.resolve("lung_sites.csv"))
                .json()
                .get("checks");

        for (JsonNode check : checks) {
            assertThat(named(check.get("warnings"), "give the target away")).isEmpty();
            assertThat(named(check.get("warnings"), "like an id")).isEmpty();
        }
        String likeIds = checks.findValuesAsText("what").stream()
                .filter(what -> what.contains("few rows for each value"))
                .findFirst()
                .orElseThrow();
        assertThat(likeIds).contains("'facility'", "'site_id'").doesNotContain("country", "phase", "city");
    }

    @Test
    void ranksOfTheCancerProgrammeAreNamed() throws IOException {
        Files.writeString(project.resolve("indications/programme.yml"), """
                indication: programme
                data:
                  sources: {sites: x.csv}
                  key: site_row_id
                  group: trial_id
                features:
                  numeric: [registration_rank, rank_in_study, prior_studies_same_site]
                  categorical: [country]
                models:
                  ACTIVATION:
                    target: ACTIVATED_12M
                    task: classification
                    metric: auc
                    guardrail: {rules: [{metric: auc, at_least: 0.5}]}
                """);

        JsonNode check = terminal.type(
                        "--json",
                        "check",
                        "programme",
                        "--data",
                        "sites=" + TABLES.resolve("cancer_programme_sites.csv"))
                .json()
                .at("/checks/0");

        assertThat(named(check.get("warnings"), "it numbers the rows"))
                .containsExactly("rank_in_study", "registration_rank");
        assertThat(named(check.get("warnings"), "give the target away"))
                .containsExactly("rank_in_study", "registration_rank");
    }

    private static JsonNode check(JsonNode checks, String type) {
        for (JsonNode check : checks) {
            if (check.get("model_type").asText().equals(type)) {
                return check;
            }
        }
        throw new AssertionError("no check of " + type);
    }

    private static Set<String> named(JsonNode faults, String saying) {
        Set<String> columns = new TreeSet<>();
        for (JsonNode fault : faults) {
            Matcher column = COLUMN.matcher(fault.get("where").asText());
            if (fault.get("what").asText().contains(saying) && column.matches()) {
                columns.add(column.group(1));
            }
        }
        return columns;
    }
}
