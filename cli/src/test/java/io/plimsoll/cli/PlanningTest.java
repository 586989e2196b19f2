package io.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.cli.sample.SampleProject;
import io.plimsoll.config.IndicationConfig;
import io.plimsoll.config.Overrides;
import io.plimsoll.contracts.Rounds;
import io.plimsoll.endpoint.Specification;
import io.plimsoll.pipeline.RunReport;
import io.plimsoll.pipeline.TrainingPlan;
import io.plimsoll.project.OpenProject;
import io.plimsoll.project.surroundings.Surroundings;
import io.plimsoll.project.work.QueuedRuns;
import io.plimsoll.step.Outcome;
import io.plimsoll.step.RunListener;
import io.plimsoll.step.StepName;
import io.plimsoll.step.StepStatus;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A specification and parameters make a plan that trains what the config file trains. */
class PlanningTest {
    @TempDir
    private Path project;

    private OpenProject open(Path directory) {
        return OpenProject.open(
                new Surroundings(
                        directory,
                        Map.of("PLIMSOLL_ACTOR", "ada"),
                        Clock.systemUTC(),
                        new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                        new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                        false,
                        new SplittableRandom(3),
                        GivenSecrets.none()),
                null,
                null,
                null);
    }

    @BeforeAll
    static void takeLongOnce() {
        Rounds.onFirstJdkOnly();
    }

    @BeforeEach
    void makeAProject() {
        SampleProject.writeTo(project);
    }

    @Test
    void trainsTheSameModelAsTheConfigFile() {
        try (OpenProject opened = open(project)) {
            IndicationConfig config = opened.indication("lung", Overrides.none());
            Specification specification =
                    Specification.read(Specification.of(config, "ACTIVATION", opened.installation())
                            .text());

            RunReport published = train(opened, opened.planning().plan(specification, Overrides.none(), "eve", "e-1"));
            RunReport direct =
                    train(opened, opened.plan(config, "ACTIVATION", Overrides.none(), "default", StepName.REGISTER));

            assertThat(published.outcome()).isEqualTo(Outcome.REGISTERED);
            assertThat(direct.modelSha256()).isEqualTo(published.modelSha256());
            assertThat(direct.errors()).isEmpty();
            assertThat(opened.workspace().runs().find(published.run()).orElseThrow())
                    .satisfies(run -> {
                        assertThat(run.actor()).isEqualTo("eve");
                        assertThat(run.experiment()).isEqualTo("e-1");
                    });
        }
    }

    private static RunReport train(OpenProject opened, TrainingPlan plan) {
        return opened.trainings().train(plan, new Silent(), output -> {}, failure -> {
            throw new IllegalStateException(failure);
        });
    }

    @Test
    void pathsMeanTheSameFromAnyFolder() throws Exception {
        Path below = Files.createDirectories(project.resolve("data/new"));
        Path elsewhere = project.toAbsolutePath().getRoot().resolve("elsewhere/x.csv");
        try (OpenProject opened = open(below)) {
            Specification specification =
                    Specification.of(opened.indication("lung", Overrides.none()), "ACTIVATION", opened.installation());
            Overrides given = new QueuedRuns(opened).given(new Overrides(Map.of(), Map.of("sites", "sites.csv")));

            TrainingPlan plan = opened.planning().plan(specification, given, "eve", "default");

            assertThat(given.paths()).containsEntry("sites", "data/new/sites.csv");
            assertThat(plan.sources().get(0).path()).isEqualTo(opened.folder().resolve("data/new/sites.csv"));
            assertThat(new QueuedRuns(opened)
                            .given(new Overrides(Map.of(), Map.of("sites", elsewhere.toString())))
                            .paths())
                    .containsEntry("sites", elsewhere.toString().replace('\\', '/'));
        }
    }

    /** Watches, and says nothing. */
    private static final class Silent implements RunListener {
        @Override
        public void started(StepName step) {}

        @Override
        public void ended(StepName step, StepStatus status, Duration took, String summary) {}
    }
}
