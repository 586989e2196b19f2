package io.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.contracts.Samples;
import io.plimsoll.endpoint.Concurrency;
import io.plimsoll.endpoint.Retries;
import io.plimsoll.step.RunStatus;
import io.plimsoll.storage.LocalWorkspace;
import io.plimsoll.worker.ProcessEnd;
import io.plimsoll.worker.RunLimits;
import io.plimsoll.worker.RunProcess;
import io.plimsoll.worker.RunRequest;
import io.plimsoll.worker.Worker;
import io.plimsoll.workspace.Claim;
import io.plimsoll.workspace.RunRecord;
import io.plimsoll.workspace.Submission;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a worker makes of the ends of processes. */
class AttemptsTest {
    @TempDir
    private Path folder;

    private LocalWorkspace workspace;

    @BeforeEach
    void open() {
        workspace = LocalWorkspace.open(folder, Clock.systemUTC());
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void aFullHeapIsALimit() {
        RunRecord run = after(1, ended(3, false));

        assertThat(run.status()).isEqualTo(RunStatus.FAILED);
        assertThat(run.reason()).isEqualTo("error[LIMIT_EXCEEDED]: the run ran out of memory");
    }

    @Test
    void aCrashIsOneWhateverItsExitCode() {
        assertThat(after(1, ended(134, false)).reason())
                .isEqualTo(
                        "error[PROCESS_ENDED]: the run's process broke down in native code: it was ended by SIGABRT");
        assertThat(after(1, ended(1, true)).reason())
                .startsWith("error[PROCESS_ENDED]: the run's process broke down in native code");
    }

    @Test
    void anEndWithoutAWordSaysSoAndKeepsTheLastLines() {
        RunRecord run = after(1, ended(1, false));

        assertThat(run.reason())
                .isEqualTo("error[PROCESS_ENDED]: the run's process ended with exit code 1 without a word");
        assertThat(workspace.runEvents().after(run.id(), 0, 100))
                .anyMatch(event -> "last line".equals(event.event().facts().get("text")));
    }

    @Test
    void aKilledProcessIsTriedAgainAsOftenAsAllowed() {
        RunRecord run = after(3, ended(137, false));

        assertThat(run.status()).isEqualTo(RunStatus.FAILED);
        assertThat(run.reason())
                .isEqualTo(
                        "its process was ended by SIGKILL, as in every one of its 3 attempts; nothing was registered");
    }

    @Test
    void tooMuchMemoryEndsARun() {
        RunRecord run = after(1, new Scripted(Optional.empty(), OptionalLong.of(2L << 30), new AtomicLong()));

        assertThat(run.reason())
                .isEqualTo("error[LIMIT_EXCEEDED]: the run held more memory than the 1024 MiB that it may");
    }

    @Test
    void tooLongATimeEndsARun() {
        RunRecord run = after(1, new Scripted(Optional.empty(), OptionalLong.empty(), new AtomicLong()));

        assertThat(run.reason()).isEqualTo("error[LIMIT_EXCEEDED]: the run took longer than the 60 s that it may");
    }

    private static Scripted ended(int exit, boolean crashed) {
        ProcessEnd end = new ProcessEnd(exit, crashed, "first line\nlast line");
        return new Scripted(Optional.of(end), OptionalLong.empty(), new AtomicLong());
    }

    /** A process that ends so, or never; each look at it takes ten seconds of its clock. */
    private record Scripted(Optional<ProcessEnd> end, OptionalLong memory, AtomicLong seconds)
            implements RunProcess, InstantSource {
        @Override
        public Optional<ProcessEnd> await(Duration time) {
            seconds.addAndGet(10);
            return end;
        }

        @Override
        public Instant instant() {
            return Samples.NOW.plusSeconds(seconds.get());
        }

        @Override
        public void close() {}
    }

    private RunRecord after(int attempts, Scripted process) {
        String id = "run-" + process.hashCode();
        RunRequest request = new RunRequest(null, null, null, true, new Retries(attempts - 1, 0), null, null);
        workspace
                .queue()
                .submit(
                        Samples.queued("m-" + id, "e", id),
                        new Submission(request.json(), 0, attempts, Concurrency.QUEUE, null));
        RunLimits limits = new RunLimits(1L << 30, Duration.ofSeconds(60));
        new Worker(
                        workspace,
                        (claim, told) -> process,
                        claim -> limits,
                        new Worker.Terms("worker", 1, Duration.ofMinutes(5)),
                        process)
                .work(() -> workspace.queue().open() == 0, () -> {}, new Silent());
        return workspace.runs().find(id).orElseThrow();
    }

    private static final class Silent implements Worker.Watch {
        @Override
        public void taken(Claim claim) {}

        @Override
        public void left(Claim claim) {}

        @Override
        public void troubled(RuntimeException trouble) {
            throw trouble;
        }
    }
}
