package io.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.cli.sample.SampleProject;
import io.plimsoll.contracts.Rounds;
import io.plimsoll.project.OpenProject;
import io.plimsoll.project.surroundings.Surroundings;
import io.plimsoll.project.work.QueuedRuns;
import io.plimsoll.worker.Schedules;
import io.plimsoll.workspace.RunRecord;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What workers submit by themselves. The endpoint is published on Monday, 23 November 2026, at noon in UTC. */
class SchedulesTest {
    @TempDir
    private Path project;

    private Terminal terminal;

    @BeforeAll
    static void takeLongOnce() {
        Rounds.onFirstJdkOnly();
    }

    @BeforeEach
    void makeAProject() {
        SampleProject.writeTo(project);
        terminal = new Terminal(project);
    }

    @Test
    void whatIsDueIsSubmittedOnceHoweverManyLook() {
        publish("0 6 * * *", "skip");

        assertThat(at("2026-11-24T05:59:59Z")).isEmpty();
        assertThat(at("2026-11-24T06:00:00Z")).hasSize(1);
        assertThat(at("2026-11-24T06:00:20Z")).hasSize(1);
        assertThat(at("2026-11-25T06:01:00Z"))
                .hasSize(2)
                .allSatisfy(run -> assertThat(run.experiment()).isEqualTo("scheduled"));
    }

    @Test
    void aTimeThatNobodyWasThereForIsGone() {
        publish("0 6 * * *", "skip");

        assertThat(at("2026-11-26T06:10:00Z")).isEmpty();
        assertThat(at("2026-11-27T06:00:00Z")).hasSize(1);
    }

    @Test
    void orOneRunMakesUpForAllOfThem() {
        publish("0 6 * * *", "run-once");

        assertThat(at("2026-11-26T06:10:00Z")).hasSize(1);
        assertThat(at("2026-11-26T06:20:00Z")).hasSize(1);
    }

    @Test
    void whatIsDisabledIsNotSubmitted() {
        publish("0 6 * * *", "skip");
        terminal.type("endpoints", "disable", "lung-activation-training", "--reason", "not now")
                .exits(0);

        assertThat(at("2026-11-24T06:00:00Z")).isEmpty();
    }

    private void publish(String cron, String missed) {
        terminal.type("publish", "lung", "ACTIVATION", "--schedule", cron, "--missed", missed)
                .exits(0);
    }

    /** The runs that there are after somebody has looked at that time, twice. */
    private List<RunRecord> at(String time) {
        Clock clock = Clock.fixed(Instant.parse(time), ZoneOffset.UTC);
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        Surroundings surroundings = new Surroundings(
                project,
                Map.of(),
                clock,
                nowhere,
                nowhere,
                false,
                new SplittableRandom(time.hashCode()),
                GivenSecrets.none());
        try (OpenProject opened = OpenProject.open(surroundings, null, null, null)) {
            Schedules schedules =
                    new Schedules(opened.workspace(), new QueuedRuns(opened).submissions(), opened.clock());
            schedules.follow();
            schedules.follow();
            return opened.workspace().runs().latest(100);
        }
    }
}
