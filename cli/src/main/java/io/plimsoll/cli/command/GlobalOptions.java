package io.plimsoll.cli.command;

import io.plimsoll.cli.remote.ServerAddress;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Options that every command takes, before or after its name. */
public final class GlobalOptions {
    @Option(
            names = {"-p", "--project"},
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "the project folder; default: the nearest folder upwards with a plimsoll.yml")
    @Nullable
    Path project;

    @Option(
            names = {"-w", "--workspace"},
            paramLabel = "DIR|URL",
            scope = ScopeType.INHERIT,
            description = {
                "where results live: a folder, or the address of `plimsoll serve`;",
                "default: workspace in plimsoll.yml"
            })
    @Nullable
    String workspace;

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            scope = ScopeType.INHERIT,
            description = "one of the profiles in plimsoll.yml")
    @Nullable
    String profile;

    @Option(names = "--json", scope = ScopeType.INHERIT, description = "print the result as one JSON object")
    boolean json;

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "print a stack trace with every error")
    boolean debug;

    boolean isServer() {
        return workspace != null && ServerAddress.isOne(workspace);
    }
}
