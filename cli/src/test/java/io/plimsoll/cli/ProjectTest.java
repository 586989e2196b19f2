package io.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.cli.sample.SampleProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Making projects, checking them, and finding them. */
class ProjectTest {
    @TempDir
    Path folder;

    @Test
    void aNewProjectTrainsAtOnceAndIsNotMadeTwice() {
        Terminal here = new Terminal(folder);

        assertThat(here.type("init", "sites").exits(0).out()).contains("cd sites && plimsoll train lung");
        assertThat(here.type("-p", "sites", "train", "lung", "--json")
                        .exits(0)
                        .json()
                        .get("outcome")
                        .asText())
                .isEqualTo("REGISTERED");
        assertThat(here.type("init", "sites").exits(2).err()).startsWith("error[ALREADY_EXISTS]");
    }

    @Test
    void checkShowsWhatARunWouldDoAndWritesNothing() {
        SampleProject.writeTo(folder);

        Terminal.Answer answer = new Terminal(folder).type("check").exits(0);

        assertThat(answer.out())
                .contains("modelling table of")
                .contains("ok  lung ACTIVATION")
                .contains("would be the first model lung-activation")
                .contains("rule: auc at least 0.65");
        assertThat(folder.resolve(".plimsoll")).doesNotExist();
    }

    @Test
    void checkNamesTheChampionThatARunWouldFace() {
        SampleProject.writeTo(folder);
        Terminal terminal = new Terminal(folder);
        terminal.type("train", "lung").exits(0);

        assertThat(terminal.type("check", "lung").exits(0).out()).contains("would face the champion lung-activation@1");
    }

    @Test
    void checkFindsEveryFaultOfTheData() throws IOException {
        SampleProject.writeTo(folder);
        Path table = folder.resolve("data/lung_sites.csv");
        Files.writeString(table, Files.readString(table).replaceFirst(",phase,", ",phaze,"));

        Terminal.Answer answer =
                new Terminal(folder).type("check", "lung", "--json").exits(3);

        assertThat(answer.err()).contains("has no column 'phase' (did you mean 'phaze'?), features.categorical");
        assertThat(answer.json().get("faults")).isNotEmpty();
    }

    @Test
    void anIndicationIsDraftedFromAFileAndTrains() {
        SampleProject.writeTo(folder);
        Terminal terminal = new Terminal(folder);

        terminal.type("add", "indication", "draft", "--from", "data/lung_sites.csv")
                .exits(0);

        JsonNode check = terminal.type("check", "draft", "--json").exits(0).json();
        assertThat(check.get("checks")).hasSize(3);
        assertThat(terminal.type("train", "draft", "--json", "--until", "train")
                        .exits(0)
                        .err())
                .contains("6/8 train");
        assertThat(terminal.type("add", "indication", "draft", "--from", "data/lung_sites.csv")
                        .exits(2)
                        .err())
                .startsWith("error[ALREADY_EXISTS]");
    }

    @Test
    void theNearestProjectUpwardsIsFound() throws IOException {
        SampleProject.writeTo(folder);
        Path below = Files.createDirectories(folder.resolve("notebooks/old"));

        assertThat(new Terminal(below).type("runs", "list").exits(0).out()).startsWith("no runs yet");
    }

    @Test
    void withoutAProjectTheAnswerSaysHowToGetOne() {
        Terminal.Answer answer = new Terminal(folder).type("train", "lung").exits(2);

        assertThat(answer.err()).startsWith("error[NO_PROJECT]").contains("plimsoll init");
    }

    @Test
    void wrongNamesGetANearMatch() {
        SampleProject.writeTo(folder);
        Terminal terminal = new Terminal(folder);

        assertThat(terminal.type("train", "lang").exits(2).err()).contains("error[UNKNOWN_INDICATION]", "'lung'");
        assertThat(terminal.type("train", "lung", "ACTIVATON").exits(2).err())
                .contains("error[UNKNOWN_MODEL_TYPE]", "did you mean 'ACTIVATION'?");
        assertThat(terminal.type("trian", "lung").exits(2).err()).contains("error[USAGE]", "did you mean");
        assertThat(terminal.type("train", "lung", "--until", "tran").exits(2).err())
                .contains("did you mean 'train'?");
        assertThat(terminal.type("train", "lung", "--data", "site=x.csv")
                        .exits(2)
                        .err())
                .contains("did you mean 'sites'?");
        assertThat(terminal.type("models", "show", "lung").exits(2).err()).contains("error[UNKNOWN_MODEL]");
        assertThat(terminal.type("runs", "show", "r-1").exits(2).err()).contains("error[UNKNOWN_RUN]");
    }

    @Test
    void helpNamesEveryCommand() {
        Terminal.Answer answer = new Terminal(folder).type("--help").exits(0);

        assertThat(answer.out()).contains("init", "add", "check", "train", "runs", "models", "Exit codes: 0 done");
    }
}
