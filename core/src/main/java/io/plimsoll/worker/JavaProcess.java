package io.plimsoll.worker;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/** One process of ours. */
final class JavaProcess implements RunProcess {
    private static final int LAST_WORDS = 2_000;
    private static final String HELD = "VmRSS:";

    private final Process process;
    private final Path said;
    private final Path crash;

    /**
     * @param said what it writes on its streams
     * @param crash what Java writes when native code breaks down
     */
    JavaProcess(Process process, Path said, Path crash) {
        this.process = process;
        this.said = said;
        this.crash = crash;
    }

    @Override
    public Optional<ProcessEnd> await(Duration time) {
        try {
            return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS)
                    ? Optional.of(new ProcessEnd(process.exitValue(), Files.exists(crash), lastWords()))
                    : Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** Linux tells in {@code /proc}; elsewhere only Java's own heap is bounded. */
    @Override
    public OptionalLong memory() {
        try {
            return Files.readAllLines(Path.of("/proc", String.valueOf(process.pid()), "status")).stream()
                    .filter(line -> line.startsWith(HELD))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                    .findFirst();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        try {
            process.waitFor();
            Files.deleteIfExists(said);
            Files.deleteIfExists(crash);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            // it lies in a folder that is removed as a whole when the worker ends
            return;
        }
    }

    private String lastWords() {
        try (RandomAccessFile file = new RandomAccessFile(said.toFile(), "r")) {
            long from = Math.max(0, file.length() - LAST_WORDS);
            byte[] end = new byte[(int) (file.length() - from)];
            file.seek(from);
            file.readFully(end);
            return new String(end, StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            return "";
        }
    }
}
