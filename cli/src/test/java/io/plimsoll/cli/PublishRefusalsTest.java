package io.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.cli.sample.SampleProject;
import io.plimsoll.contracts.Rounds;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is typed wrongly publishes nothing, and is told what would be right. */
class PublishRefusalsTest {
    @TempDir
    private static Path project;

    private static Terminal terminal;

    @BeforeAll
    static void makeAProject() {
        Rounds.onFirstJdkOnly();
        SampleProject.writeTo(project);
        terminal = new Terminal(project);
    }

    @AfterAll
    static void nothingWasPublished() {
        Rounds.onFirstJdkOnly();
        assertThat(terminal.type("endpoints").exits(0).out()).contains("nothing is published yet");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "build lung ACTIVTION | UNKNOWN_MODEL_TYPE",
                "build lugn | UNKNOWN_INDICATION",
                "build lung --all -o all.json | USAGE",
                "build lung ACTIVATION --all | USAGE",
                "publish lung --all --name one | USAGE",
                "publish lung --name Not/Safe | USAGE",
                "publish lung --concurrency queu | did you mean 'queue'?",
                "publish lung --priority 101 | a priority is from -100 to 100",
                "publish lung --retries 11 | retries are 0 to 10",
                "publish lung --back-off soon | not a length of time",
                "publish lung --schedule daily | not a cron expression",
                "publish lung --zone UTC | --schedule",
                "publish lung --memory lots | not an amount of memory",
                "publish lung --memory 1MiB | 256MiB at least",
                "publish lung --timeout 0s | a second at least",
                "endpoints show lung-activation-trainin | UNKNOWN_ENDPOINT",
                "endpoints disable nothing --reason x | UNKNOWN_ENDPOINT",
                "endpoints enable nothing | UNKNOWN_ENDPOINT",
                "endpoints set-default nothing@1 | UNKNOWN_ENDPOINT",
                "endpoints disable nothing | USAGE",
            })
    void whatIsWrongIsRefused(String typed, String said) {
        Terminal.Answer answer = terminal.type(typed.split(" ")).exits(2);

        assertThat(answer.err()).startsWith("error[").contains(said, "help: ");
    }
}
