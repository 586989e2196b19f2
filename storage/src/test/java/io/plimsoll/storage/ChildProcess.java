package io.plimsoll.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Another JVM with the class path of the tests. */
final class ChildProcess implements AutoCloseable {
    private static final String READY = "ready";

    private final Process process;
    private final BufferedReader output;

    private ChildProcess(Process process) {
        this.process = process;
        this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    static ChildProcess start(Class<?> main, Object... arguments) throws IOException {
        return startUnder(List.of(), main, arguments);
    }

    /** @param wrapper a command, such as strace with its options, that runs the command after it */
    static ChildProcess startUnder(List<String> wrapper, Class<?> main, Object... arguments) throws IOException {
        List<String> command = new ArrayList<>(wrapper);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-cp"));
        command.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        command.add(main.getName());
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        return new ChildProcess(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    /** Called by the child: says that it has started and waits for its parent. */
    static void waitForParent() throws IOException {
        System.out.println(READY);
        if (System.in.read() < 0) {
            throw new IOException("the parent is gone");
        }
    }

    /** Waits until the child waits for its parent. */
    void awaitReady() throws IOException {
        assertThat(output.readLine()).isEqualTo(READY);
    }

    /** Waits until the child says something. */
    void awaitLine() throws IOException {
        assertThat(output.readLine()).isNotNull();
    }

    void go() throws IOException {
        try (Writer in = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8)) {
            in.write('\n');
        }
    }

    /** Returns the exit code. */
    int await() throws InterruptedException {
        assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
        return process.exitValue();
    }

    /** Lets it say something, then run for a while, and then ends it without asking. Returns all that it said. */
    List<String> killAfterFirstLineAnd(long millis) throws IOException, InterruptedException {
        List<String> lines = new ArrayList<>(List.of(output.readLine()));
        if (process.waitFor(millis, TimeUnit.MILLISECONDS)) {
            throw new IOException("the child ended by itself with " + process.exitValue());
        }
        // Through its handle, since the process itself would close its output too
        process.toHandle().destroyForcibly();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            lines.add(line);
        }
        return lines;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
