package io.plimsoll.worker;

import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.Fault;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.workspace.Claim;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Starts a Java process of this very program for each attempt: the same Java, class path, options and environment. It is tied to this one by its
 * standard input: when that ends, so does it.
 */
public final class JavaProcesses implements RunProcess.Launcher {
    /** What this process was told about memory, collectors and debuggers is its own business. */
    private static final List<String> OWN =
            List.of("-Xm", "-XX:MaxRAM", "-XX:+Use", "-agentlib", "-javaagent", "-XX:Tiered");

    private static final List<String> CHILD = List.of(
            "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError", "-XX:-CreateCoredumpOnCrash");

    /** Variables of this name are for whoever lets people in, and nothing that a run may see. */
    private static final String SIGN_IN = "PLIMSOLL_OIDC_";

    /** Of every ten bytes that a run may hold, how many are for Java's heap; the others are for the libraries that read and train. */
    private static final int HEAP_TENTHS = 6;

    private static final int TENTHS = 10;
    private static final long SMALLEST_HEAP = 64L << 20;

    private final String program;
    private final Function<Claim, List<String>> arguments;
    private final Path scratch;

    /**
     * @param program name of the class whose {@code main} carries an attempt out
     * @param arguments of that program
     * @param scratch a local folder for what the processes write on their streams
     */
    public JavaProcesses(String program, Function<Claim, List<String>> arguments, Path scratch) {
        this.program = program;
        this.arguments = arguments;
        this.scratch = scratch;
    }

    @Override
    public RunProcess start(Claim claim, RunLimits limits) {
        Path said = scratch.resolve(claim.runId() + "-" + claim.fence() + ".log");
        ProcessBuilder builder = new ProcessBuilder(command(claim, limits.memory()))
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith(SIGN_IN));
        try {
            Files.createDirectories(scratch);
            return new JavaProcess(builder.start(), said, crash(claim));
        } catch (IOException e) {
            throw new PlimsollException(
                    new Fault(
                            ErrorCode.STORAGE,
                            "no process could be started for a run ("
                                    + e.getClass().getSimpleName() + ")",
                            "run " + claim.runId(),
                            "check that the machine has memory and processes left"),
                    e);
        }
    }

    private Path crash(Claim claim) {
        return scratch.resolve(claim.runId() + "-" + claim.fence() + "-crash.txt");
    }

    private List<String> command(Claim claim, @Nullable Long memory) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> OWN.stream().noneMatch(option::startsWith))
                .forEach(command::add);
        command.addAll(CHILD);
        command.add("-XX:ErrorFile=" + crash(claim));
        command.add(
                memory == null
                        ? "-XX:MaxRAMPercentage=50"
                        : "-Xmx" + Math.max(SMALLEST_HEAP, memory / TENTHS * HEAP_TENTHS));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), program));
        command.addAll(arguments.apply(claim));
        return command;
    }
}
