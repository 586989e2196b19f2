package io.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.canonical.Sha256;
import io.plimsoll.cli.sample.SampleProject;
import io.plimsoll.contracts.Rounds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trainings built, published, shown, disabled and enabled by what is typed. */
class EndpointsTest {
    private static final String NAME = "lung-activation-training";

    @TempDir
    private Path project;

    private Terminal ada;

    @BeforeAll
    static void takeLongOnce() {
        Rounds.onFirstJdkOnly();
    }

    @BeforeEach
    void makeAProject() {
        SampleProject.writeTo(project);
        ada = new Terminal(project, Map.of("PLIMSOLL_ACTOR", "ada"));
    }

    @Test
    void buildsTheSameBytesEachTimeAndStoresNothing() throws IOException {
        JsonNode built =
                ada.type("build", "lung", "-o", "a.json", "--json").exits(0).json();
        String sha256 = built.get("sha256").asText();
        ada.type("build", "lung", "ACTIVATION", "-o", "b.json").exits(0);

        assertThat(Sha256.of(project.resolve("a.json"))).isEqualTo(sha256);
        assertThat(project.resolve("b.json")).hasSameTextualContentAs(project.resolve("a.json"));
        assertThat(built.at("/specification/config/models").size()).isEqualTo(1);
        assertThat(Files.readString(project.resolve("a.json"))).doesNotContain(project.toString(), "ada", "2026-11-23");
        assertThat(project.resolve(".plimsoll")).doesNotExist();
        assertThat(ada.type("build", "lung").exits(0).out())
                .contains("digest    " + sha256, "trainer   gradient-boosted-trees, built-in")
                .containsPattern(
                        "models.ACTIVATION.settings.trees +250 +a whole number, from 1 to 10000 +Number of trees")
                .containsPattern("sites +data/lung_sites.csv +the path of a file");
        assertThat(ada.type("build", "lung", "--all", "--json").exits(0).json().get("specifications"))
                .hasSize(3);
    }

    @Test
    void publishesTheNextVersionOfWhatChanged() throws IOException {
        JsonNode first = ada.type("publish", "lung", "--json").exits(0).json();
        assertThat(first.get("endpoint").asText()).isEqualTo(NAME);
        assertThat(first.get("version").asInt()).isEqualTo(1);
        assertThat(first.get("new").asBoolean()).isTrue();
        assertThat(first.get("published_by").asText()).isEqualTo("ada");
        assertThat(ada.type("publish", "lung").exits(0).out())
                .startsWith(NAME + "@1 is this very training already; nothing was changed");

        change("trees: 250", "trees: 30");
        assertThat(ada.type("publish", "lung").exits(0).out())
                .startsWith("published " + NAME + "@2\n")
                .contains("it is the default");

        JsonNode all = ada.type("publish", "lung", "--all", "--json").exits(0).json();
        assertThat(all.get("published").findValuesAsText("new")).containsExactly("false", "true", "true");
        assertThat(ada.type("endpoints", "list").exits(0).out())
                .containsPattern(NAME + " +lung-activation +2 +@2 \\(the newest\\) +enabled")
                .contains("lung-enrollment-training", "lung-nonenrollment-training");
        assertThat(ada.type("audit", "list", "--of", NAME).exits(0).out())
                .contains("ada", "published " + NAME + "@1", "published " + NAME + "@2")
                .doesNotContain("@3");
        assertSound();
    }

    @Test
    void showsParametersSettingsAndVersions() {
        ada.type("publish", "lung", "--concurrency", "cancel-older", "--priority", "-3", "--retries", "1")
                .exits(0);
        ada.type("publish", "lung", "--schedule", "0 6 * * MON", "--zone", "Europe/Berlin", "--missed", "run-once")
                .exits(0);
        ada.type("publish", "lung", "--memory", "4GiB", "--timeout", "2h", "--back-off", "2m")
                .exits(0);

        assertThat(ada.type("endpoints", "show", NAME).exits(0).out())
                .contains(NAME + " trains lung-activation", "default   @3 (the newest)", NAME + "@3")
                .contains("cancel-older while another run of the model goes on, priority -3")
                .contains("1 after faults of the machine, the first after 2m")
                .contains("0 6 * * MON in Europe/Berlin, next at 2026-11-30 05:00:00 UTC, missed: run-once")
                .contains("4GiB of memory, 2h")
                .containsPattern("models.ACTIVATION.settings.learning_rate +0.05 +a number, more than 0 and at most 1");
        JsonNode first =
                ada.type("endpoints", "show", NAME + "@1", "--json").exits(0).json();
        assertThat(first.get("versions")).hasSize(3);
        assertThat(first.at("/version/settings/concurrency").asText()).isEqualTo("cancel-older");
        assertThat(first.at("/version/settings/schedule").isMissingNode()).isTrue();
        assertThat(first.at("/version/specification/parameters/0/type").asText())
                .isEqualTo("integer");
        assertThat(first.at("/version/sha256")).isEqualTo(first.at("/version/specification_sha256"));
        ada.type("publish", "lung", "--schedule", "none", "--memory", "none", "--timeout", "none")
                .exits(0);
        assertThat(ada.type("endpoints", "show", NAME).exits(0).out()).doesNotContain("schedule  ", "limits    ");
    }

    @Test
    void disablesEnablesAndSetsTheDefaultWithOneEventEach() throws IOException {
        ada.type("publish", "lung").exits(0);
        change("trees: 250", "trees: 30");
        ada.type("publish", "lung").exits(0);

        assertThat(ada.type("endpoints", "disable", NAME + "@2", "--reason", "too few trees")
                        .exits(0)
                        .out())
                .isEqualTo(NAME + "@2 is disabled since 2026-11-23 12:00:00 by ada: too few trees\n"
                        + "  the default of " + NAME + " is @1 (the newest)\n");
        assertThat(ada.type("endpoints", "set-default", NAME + "@2").exits(2).err())
                .startsWith("error[ENDPOINT_DISABLED]: " + NAME + "@2 is disabled since")
                .contains("too few trees", "help: enable it first: `plimsoll endpoints enable " + NAME + "@2`");
        ada.type("endpoints", "enable", NAME + "@2").exits(0);
        assertThat(ada.type("endpoints", "set-default", NAME + "@1").exits(0).out())
                .isEqualTo("the default of " + NAME + " is @1 (set by hand)\n");
        JsonNode again = ada.type("endpoints", "set-default", NAME + "@1", "--json")
                .exits(0)
                .json();
        assertThat(again.get("changed").asBoolean()).isFalse();
        assertThat(again.get("default_version").asInt()).isEqualTo(1);
        ada.type("endpoints", "disable", NAME, "--reason", "year end").exits(0);
        ada.type("endpoints", "set-default", NAME).exits(0);

        assertThat(ada.type("audit", "list").exits(0).out())
                .contains("disabled " + NAME + "@2: too few trees", "enabled " + NAME + "@2\n")
                .contains("set the default of " + NAME + " to @1 instead of the newest version")
                .contains("set the default of " + NAME + " to the newest version instead of @1")
                .contains("disabled " + NAME + ": year end");
        assertThat(ada.type("audit", "list", "--json").exits(0).json().get("events"))
                .hasSize(7);
        assertSound();
    }

    @Test
    void aDefaultMayStayWhereItIs() throws IOException {
        assertThat(ada.type("publish", "lung", "--no-default").exits(2).err())
                .startsWith("error[USAGE]: " + NAME + " has no other version that could stay its default");
        ada.type("publish", "lung").exits(0);
        change("trees: 250", "trees: 30");
        assertThat(ada.type("publish", "lung", "--no-default").exits(0).out())
                .contains("the default is @1 (set by hand); `plimsoll endpoints set-default " + NAME
                        + "@2` changes that");
        change("trees: 30", "trees: 40");
        assertThat(ada.type("publish", "lung", "--default").exits(0).out()).contains("it is the default");
        assertThat(ada.type("audit", "list").exits(0).out())
                .contains("published " + NAME + "@2 (the default is @1)")
                .contains("published " + NAME + "@3 (the default is the newest version)");
        assertSound();
    }

    @Test
    void namesTheEndpointThatWasMeant() {
        ada.type("publish", "lung").exits(0);

        assertThat(ada.type("endpoints", "show", "lung-activation-trainig")
                        .exits(2)
                        .err())
                .isEqualTo("error[UNKNOWN_ENDPOINT]: there is no endpoint 'lung-activation-trainig'"
                        + " (did you mean '" + NAME + "'?)\nhelp: published are: " + NAME + "\n");
        assertThat(ada.type("endpoints", "show", NAME + "@2").exits(2).err())
                .contains("there is no version '2' of the endpoint " + NAME, "its only version is 1");
        assertThat(ada.type("publish", "lung", "ENROLLMENT", "--name", NAME)
                        .exits(2)
                        .err())
                .startsWith("error[ALREADY_EXISTS]: the endpoint " + NAME + " trains lung-activation");
    }

    private void change(String from, String to) throws IOException {
        Path config = project.resolve("indications/lung.yml");
        String text = Files.readString(config);
        assertThat(text).contains(from);
        Files.writeString(config, text.replaceFirst(from, to));
    }

    private void assertSound() {
        ada.type("doctor").exits(0);
        ada.type("audit", "verify").exits(0);
    }
}
