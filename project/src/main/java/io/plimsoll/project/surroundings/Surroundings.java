package io.plimsoll.project.surroundings;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Everything that a command line takes from outside its arguments.
 *
 * @param out takes results
 * @param err takes progress and errors
 * @param terminal whether a person watches {@code err}
 * @param random names runs; no model depends on it
 * @param secrets what only a person or a file may give
 */
public record Surroundings(
        Path directory,
        Map<String, String> environment,
        Clock clock,
        PrintStream out,
        PrintStream err,
        boolean terminal,
        RandomGenerator random,
        SecretInput secrets) {
    /** Set by the launcher to the columns of the terminal, where there is one. */
    public static final String TERMINAL_WIDTH = "PLIMSOLL_TERMINAL";

    /** Names who acts, where that is not the user of the system. */
    public static final String ACTOR = "PLIMSOLL_ACTOR";

    private static final List<String> USER = List.of(ACTOR, "USER", "LOGNAME", "USERNAME");
    private static final int LONGEST_NAME = 100;

    public Surroundings {
        environment = Map.copyOf(environment);
    }

    public static Surroundings ofThisProcess(RandomGenerator random) {
        return new Surroundings(
                Path.of("").toAbsolutePath(),
                System.getenv(),
                Clock.systemUTC(),
                new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
                isTerminal(System.getenv()),
                random,
                new TypedSecrets(System.in));
    }

    /** Who acts, for the record: the name is taken as the environment gives it, and proves nothing. */
    public String actor() {
        String name = USER.stream()
                .map(variable -> environment.getOrDefault(variable, "").strip())
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("unknown");
        String plain = name.replaceAll("\\p{Cntrl}", " ");
        return plain.length() > LONGEST_NAME ? plain.substring(0, LONGEST_NAME) : plain;
    }

    /** Java cannot tell on every version whether a person watches the error stream; the launcher can, and says so. */
    private static boolean isTerminal(Map<String, String> environment) {
        return environment.containsKey(TERMINAL_WIDTH) && !"dumb".equals(environment.get("TERM"));
    }
}
