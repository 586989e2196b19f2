package io.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** A worker in a process of its own, as on another machine. */
final class StartedWorker implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration PULSE = Duration.ofMillis(20);

    private final Process process;
    private final Path said;

    private StartedWorker(Process process, Path said) {
        this.process = process;
        this.said = said;
    }

    /** Looks after a lease of three seconds, and ends when nothing is left to do. */
    static StartedWorker in(Path project) {
        return in(project, Map.of());
    }

    /** @param environment what it sees beside that of this process */
    static StartedWorker in(Path project, Map<String, String> environment) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Plimsoll.class.getName(),
                "worker",
                "--until-idle",
                "--lease",
                "3"));
        try {
            Path said = Files.createTempFile("worker", ".txt");
            ProcessBuilder builder = new ProcessBuilder(command).directory(project.toFile());
            builder.environment().put("OMP_WAIT_POLICY", "PASSIVE");
            builder.environment().putAll(environment);
            return new StartedWorker(
                    builder.redirectErrorStream(true)
                            .redirectOutput(said.toFile())
                            .start(),
                    said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for the process in which it carries a run out. */
    ProcessHandle attempt() {
        AtomicReference<ProcessHandle> attempt = new AtomicReference<>();
        await(() -> {
            process.children().findFirst().ifPresent(attempt::set);
            return attempt.get() != null;
        });
        return Objects.requireNonNull(attempt.get());
    }

    void signal(String name) {
        signal(process.toHandle(), name);
    }

    static void signal(ProcessHandle process, String name) {
        try {
            new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until it has nothing left to do. */
    void toItsEnd() {
        try {
            assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .as("the worker ended; it said: %s", Files.readString(said))
                    .isTrue();
            assertThat(process.exitValue()).as(Files.readString(said)).isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("it came to pass in time").isLessThan(end);
            LockSupport.parkNanos(PULSE.toNanos());
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
