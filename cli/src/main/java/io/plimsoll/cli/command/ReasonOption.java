package io.plimsoll.cli.command;

import io.plimsoll.project.reference.Reason;
import picocli.CommandLine.Option;

/** Why somebody changes by hand what is in use. */
final class ReasonOption {
    @Option(
            names = "--reason",
            required = true,
            paramLabel = "TEXT",
            description = "why, in one line; it is kept for ever")
    private String text = "";

    /** @throws io.plimsoll.fault.PlimsollException with {@code USAGE} if it is none */
    String given() {
        return Reason.of(text);
    }
}
