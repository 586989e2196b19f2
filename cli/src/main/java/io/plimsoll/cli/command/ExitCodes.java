package io.plimsoll.cli.command;

import java.util.List;

/** Exit codes of several runs as one. */
final class ExitCodes {
    /** The worst first. */
    private static final List<Integer> ORDER = List.of(1, 2, 130, 3, 0);

    private ExitCodes() {}

    static int worst(List<Integer> exits) {
        return ORDER.stream().filter(exits::contains).findFirst().orElse(0);
    }
}
