package io.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs Python scripts with the Python environment that {@code ./verify} prepares. */
final class PythonCheck {
    private static final String PYTHON = "PLIMSOLL_PYTHON";
    private static final int MINUTES = 5;

    private PythonCheck() {}

    static void assumePython() {
        assumeTrue(
                System.getenv(PYTHON) != null, PYTHON + " names no Python with the pinned libraries; ./verify sets it");
    }

    /** Fails unless Python finds the same predictions and metrics. */
    static void passes(Path modelFolder, Path evidence, Path table) throws IOException, InterruptedException {
        run("check_model.py", modelFolder.toString(), evidence.toString(), table.toString());
    }

    /** Fails unless the script says ok. */
    static void run(String script, String... arguments) throws IOException, InterruptedException {
        Path said = Files.createTempFile("python", ".txt");
        List<String> command = new ArrayList<>(List.of(
                System.getenv(PYTHON),
                Path.of("src/test/python", script).toAbsolutePath().toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder python = new ProcessBuilder(command);
        python.environment().putAll(Map.of("MLFLOW_DISABLE_TELEMETRY", "true", "PYTHONUTF8", "1"));
        Process process =
                python.redirectErrorStream(true).redirectOutput(said.toFile()).start();
        boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
        String text = Files.readString(said, StandardCharsets.UTF_8);
        assertThat(ended).as("Python ended; it said: %s", text).isTrue();
        assertThat(process.exitValue()).as(text).isZero();
        assertThat(text).contains("ok: ");
    }
}
