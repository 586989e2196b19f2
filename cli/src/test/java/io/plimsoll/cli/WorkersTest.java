package io.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.contracts.Rounds;
import io.plimsoll.step.RunStatus;
import io.plimsoll.step.StepName;
import io.plimsoll.storage.LocalWorkspace;
import io.plimsoll.workspace.ModelVersion;
import io.plimsoll.workspace.RunEvent;
import io.plimsoll.workspace.RunRecord;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs in processes of workers, and what becomes of them when processes are killed, stopped and woken. */
class WorkersTest {
    private static final String ENDPOINT = "lung-activation-training";

    @TempDir
    private Path project;

    private Terminal terminal;
    private LocalWorkspace workspace;

    @BeforeEach
    void publish() {
        Rounds.onFirstJdkOnly();
        terminal = new Terminal(project, Map.of());
        terminal.type("init").exits(0);
        workspace = LocalWorkspace.open(project.resolve(".plimsoll"), Clock.systemUTC());
    }

    @AfterEach
    void everyInvariantHolds() {
        if (workspace == null) {
            return;
        }
        workspace.close();
        terminal.type("doctor").exits(0);
    }

    @Test
    void carriesOutWhatWasSubmitted() {
        publish("lung", "ACTIVATION");
        String id = submit();

        worker();

        assertThat(run(id).status()).isEqualTo(RunStatus.SUCCEEDED);
        assertThat(versions()).hasSize(1);
        Terminal.Answer watched = terminal.type("runs", "watch", id).exits(0);
        assertThat(watched.err())
                .contains("QUEUED: waits for a worker", "RUNNING: taken by ")
                .contains("8/8 register")
                .contains("SUCCEEDED: ");
        assertThat(watched.out()).contains("REGISTERED lung-activation@1");
    }

    @Test
    void aRunWhoseProcessIsKilledGoesOnAndEndsWithTheSameModel() {
        publish("lung", "ACTIVATION", "--back-off", "0s");
        String id = submit();
        try (StartedWorker worker = StartedWorker.in(project)) {
            awaitStep(id, StepName.VALIDATE);
            StartedWorker.signal(worker.attempt(), "KILL");
            worker.toItsEnd();
        }

        assertThat(run(id).status()).isEqualTo(RunStatus.SUCCEEDED);
        assertThat(workspace.queue().find(id).orElseThrow().attempt()).isEqualTo(2);
        assertThat(told(id)).anyMatch(text -> text.contains("INTERRUPTED") && text.contains("SIGKILL"));
        String sha256 = versions().get(0).sha256();
        terminal.type("train", "lung", "-w", "undisturbed").exits(0);
        try (LocalWorkspace other = LocalWorkspace.open(project.resolve("undisturbed"), Clock.systemUTC())) {
            assertThat(other.models().versions("lung-activation").get(0).sha256())
                    .isEqualTo(sha256);
        }
    }

    @Test
    void aProcessThatBreaksDownEndsItsRunAndNoOther() {
        publish("lung", "ACTIVATION");
        publish("lung", "ENROLLMENT");
        String id = submit();
        String other = terminal.type("--json", "submit", "lung-enrollment")
                .exits(0)
                .json()
                .get("run")
                .asText();
        try (StartedWorker worker = StartedWorker.in(project)) {
            awaitStep(id, StepName.READ);
            StartedWorker.signal(worker.attempt(), "SEGV");
            worker.toItsEnd();
        }

        assertThat(run(id).status()).isEqualTo(RunStatus.FAILED);
        assertThat(run(id).reason()).contains("broke down in native code");
        assertThat(run(other).status()).isEqualTo(RunStatus.SUCCEEDED);
        assertThat(terminal.type("runs", "watch", id).exits(1).out()).contains("error[PROCESS_ENDED]");
    }

    @Test
    void aRunThatTakesTooLongEnds() {
        publish("lung", "ACTIVATION", "--timeout", "1s");
        String slow = submit();

        worker();

        assertThat(run(slow).reason()).startsWith("error[LIMIT_EXCEEDED]: the run took longer than the 1 s");
        assertThat(workspace.models().models()).isEmpty();
    }

    @Test
    void aCancelledRunIsGoneInFiveSecondsAndRegistersNothing() {
        publish("lung", "ACTIVATION");
        SplittableRandom random = new SplittableRandom(11);
        for (int i = 0; i < Rounds.of(1, 500); i++) {
            String id = submit();
            try (StartedWorker worker = StartedWorker.in(project)) {
                ProcessHandle attempt = worker.attempt();
                LockSupport.parkNanos(Duration.ofMillis(random.nextInt(6_000)).toNanos());
                int exit = terminal.type("runs", "cancel", id, "--reason", "wrong data")
                        .exit();
                int known = versions().size();
                long acknowledged = System.nanoTime();
                StartedWorker.await(() -> !attempt.isAlive());
                assertThat(Duration.ofNanos(System.nanoTime() - acknowledged)).isLessThan(Duration.ofSeconds(5));
                worker.toItsEnd();

                assertThat(run(id).status()).isEqualTo(exit == 0 ? RunStatus.CANCELLED : RunStatus.SUCCEEDED);
                assertThat(versions()).hasSize(known);
            }
        }
    }

    @Test
    void aWorkerThatWakesAfterItsLeaseWritesNothing() {
        publish("lung", "ACTIVATION", "--back-off", "0s");
        String id = submit();
        try (StartedWorker sleeper = StartedWorker.in(project)) {
            awaitStep(id, StepName.PREPROCESS);
            ProcessHandle attempt = sleeper.attempt();
            sleeper.signal("STOP");
            StartedWorker.signal(attempt, "STOP");
            try (StartedWorker other = StartedWorker.in(project)) {
                other.toItsEnd();
            }
            RunRecord ended = run(id);
            assertThat(ended.status()).isEqualTo(RunStatus.SUCCEEDED);
            long events = workspace.runEvents().after(id, 0, 10_000).size();

            StartedWorker.signal(attempt, "CONT");
            sleeper.signal("CONT");
            sleeper.toItsEnd();

            assertThat(run(id)).isEqualTo(ended);
            assertThat(workspace.runEvents().after(id, 0, 10_000)).hasSize((int) events);
            assertThat(versions()).hasSize(1);
        }
    }

    @Test
    void whatAWorkerLeavesBehindIsFoundWithinTheLeaseAndItsProcessEndsWithIt() {
        publish("lung", "ACTIVATION", "--back-off", "0s");
        String id = submit();
        try (StartedWorker killed = StartedWorker.in(project)) {
            awaitStep(id, StepName.READ);
            ProcessHandle attempt = killed.attempt();
            killed.signal("KILL");
            StartedWorker.await(() -> !attempt.isAlive());
        }

        worker();

        assertThat(run(id).status()).isEqualTo(RunStatus.SUCCEEDED);
        assertThat(told(id)).anyMatch(text -> text.contains("its worker gave no sign of life"));
    }

    @Test
    void nothingCrossesOverBetweenIndicationsAtTheSameTime() {
        for (int i = 0; i < Rounds.of(1, 50); i++) {
            terminal.type("train", "--all", "--no-reuse", "--lanes", "2", "--experiment", "round-" + i)
                    .exits(0);
        }

        for (RunRecord run : workspace.runs().latest(1_000)) {
            String dataset = workspace.datasets().ofRun(run.id()).orElseThrow().name();
            assertThat(dataset).isEqualTo(run.indication());
            assertThat(run.model()).startsWith(run.indication() + "-");
        }
        assertThat(workspace.models().models())
                .hasSize(5)
                .allSatisfy(
                        model -> assertThat(workspace.models().versions(model)).hasSize(1));
    }

    @Test
    void aFaultOfTheInputIsNotTriedAgain() {
        publish("lung", "ACTIVATION");
        String id = terminal.type("--json", "submit", "lung", "ACTIVATION", "--data", "sites=nowhere.csv")
                .exits(0)
                .json()
                .get("run")
                .asText();

        worker();

        assertThat(run(id).status()).isEqualTo(RunStatus.FAILED);
        assertThat(workspace.queue().find(id).orElseThrow().attempt()).isEqualTo(1);
        assertThat(terminal.type("runs", "watch", id).exits(2).out()).contains("error[SOURCE_MISSING]");
    }

    private void publish(String indication, String type, String... settings) {
        String[] words = new String[3 + settings.length];
        words[0] = "publish";
        words[1] = indication;
        words[2] = type;
        System.arraycopy(settings, 0, words, 3, settings.length);
        terminal.type(words).exits(0);
    }

    private String submit() {
        return terminal.type("--json", "submit", ENDPOINT)
                .exits(0)
                .json()
                .get("run")
                .asText();
    }

    private void worker() {
        try (StartedWorker worker = StartedWorker.in(project)) {
            worker.toItsEnd();
        }
    }

    private void awaitStep(String id, StepName step) {
        StartedWorker.await(() -> workspace.runEvents().after(id, 0, 1_000).stream()
                .map(RunEvent.Numbered::event)
                .anyMatch(event -> event.kind() == RunEvent.Kind.STEP_STARTED && event.step() == step));
    }

    private List<String> told(String id) {
        return workspace.runEvents().after(id, 0, 1_000).stream()
                .map(numbered -> numbered.event().facts().toString())
                .collect(Collectors.toList());
    }

    private RunRecord run(String id) {
        return workspace.runs().find(id).orElseThrow();
    }

    private List<ModelVersion> versions() {
        return workspace.models().versions("lung-activation");
    }
}
