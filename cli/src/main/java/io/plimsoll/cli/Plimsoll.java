package io.plimsoll.cli;

import io.plimsoll.cli.command.RootCommand;
import io.plimsoll.project.surroundings.Surroundings;
import java.security.SecureRandom;

/** The program. */
public final class Plimsoll {
    private Plimsoll() {}

    public static void main(String... arguments) {
        System.exit(run(Surroundings.ofThisProcess(new SecureRandom()), arguments));
    }

    /** Runs one command line; the same as {@link #main} but for ending the process. */
    public static int run(Surroundings surroundings, String... arguments) {
        int exit = RootCommand.execute(surroundings, arguments);
        surroundings.out().flush();
        surroundings.err().flush();
        return exit;
    }
}
