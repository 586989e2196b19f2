package io.plimsoll.cli.exchange;

import io.plimsoll.artifact.ModelFiles;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Tries a model from elsewhere in a process of its own: the same Java and class path, little memory, a limit of time, and none of our secrets. */
public final class Trial {
    private static final String HEAP = "-Xmx1g";
    private static final int LONGEST_REASON = 300;

    /** Where the libraries lie, which the launcher says. */
    private static final List<String> LIBRARIES =
            List.of("java.library.path", "onnxruntime.native.path", "file.encoding");

    /** What a Java process needs of its surroundings; everything else may be somebody's password. */
    private static final Set<String> ENVIRONMENT =
            Set.of("PATH", "LANG", "LC_ALL", "LC_CTYPE", "TMPDIR", "LD_LIBRARY_PATH");

    private final Path scratch;
    private final String program;
    private final Duration limit;

    /** @param scratch an empty local folder */
    public Trial(Path scratch) {
        this(scratch, TrialProcess.class.getName(), Duration.ofMinutes(2));
    }

    /** @param program name of the class that is run in place of {@link TrialProcess} */
    Trial(Path scratch, String program, Duration limit) {
        this.scratch = scratch;
        this.program = program;
        this.limit = limit;
    }

    /**
     * @param shown where the model came from
     * @throws PlimsollException with {@code IMPORT_REFUSED} if it does not load, does not predict what it promises, or takes the process down
     */
    public void of(ModelFiles model, String shown) {
        try {
            Path folder = Files.createDirectory(scratch.resolve("trial"));
            for (Map.Entry<String, byte[]> file : model.files().entrySet()) {
                Path path = folder.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.write(path, file.getValue());
            }
            run(folder, shown);
        } catch (IOException e) {
            throw new UncheckedIOException("no process could be started to try the model in", e);
        }
    }

    private void run(Path folder, String shown) throws IOException {
        Path said = scratch.resolve("said.txt");
        Process process = builder(folder, said).start();
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw refused("the model was not ready after " + limit.toSeconds() + " seconds", shown);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw PlimsollException.of(
                    ErrorCode.CANCELLED, "the import was cancelled", shown, "import again; nothing was registered");
        } finally {
            process.destroyForcibly();
        }
        if (process.exitValue() == TrialProcess.TURNED_AWAY) {
            throw refused(reason(said), shown);
        }
        if (process.exitValue() != TrialProcess.PASSED) {
            throw refused(
                    "the process that tried the model broke down (it ended with " + process.exitValue() + ")", shown);
        }
    }

    private ProcessBuilder builder(Path folder, Path said) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(HEAP, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-CreateCoredumpOnCrash"));
        command.add("-XX:ErrorFile=" + scratch.resolve("crash.txt"));
        for (String library : LIBRARIES) {
            String value = System.getProperty(library);
            if (value != null) {
                command.add("-D" + library + "=" + value);
            }
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), program, folder.toString()));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().retainAll(ENVIRONMENT);
        return builder.redirectOutput(said.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD);
    }

    /** A sentence at most, whatever the process wrote. */
    private static String reason(Path said) throws IOException {
        byte[] start;
        try (InputStream in = Files.newInputStream(said)) {
            start = in.readNBytes(LONGEST_REASON);
        }
        String text = new String(start, StandardCharsets.UTF_8).strip();
        return text.isEmpty() ? "the model was turned away without a reason" : text;
    }

    private static PlimsollException refused(String what, String shown) {
        return PlimsollException.of(
                ErrorCode.IMPORT_REFUSED,
                what,
                shown,
                "Ask whoever exported it for another export, or train the model here; nothing was registered.");
    }
}
