package io.plimsoll.cli.command;

import io.plimsoll.cli.desk.Desk;
import io.plimsoll.cli.desk.RunDesk.Cancellation;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code runs cancel}: ends a run that waits or goes on, wherever it goes on. */
@Command(
        name = "cancel",
        header = "End a run that waits or goes on. Nothing is registered afterwards.",
        mixinStandardHelpOptions = true)
final class RunsCancelCommand implements Callable<Integer> {
    private static final int TOO_LATE = 3;

    private final CommandSetting setting;

    @Parameters(paramLabel = "RUN", description = "a run's id, as `runs list` shows it")
    private String id = "";

    @Option(names = "--reason", paramLabel = "TEXT", description = "why, for those who look at the run later")
    private String reason = "";

    RunsCancelCommand(CommandSetting setting) {
        this.setting = setting;
    }

    @Override
    public Integer call() {
        try (Desk desk = setting.desk()) {
            Cancellation cancelled = desk.runs().cancel(id, reason.strip());
            if (setting.json()) {
                setting.printJson(Map.of("run", id, "cancelled", cancelled.done(), "status", cancelled.status()));
            } else {
                setting.print(cancelled.done() ? id + " is CANCELLED" : tooLate(cancelled));
            }
            return cancelled.done() ? 0 : TOO_LATE;
        }
    }

    private static String tooLate(Cancellation cancelled) {
        return cancelled.status().isFinal()
                ? cancelled.run() + " had ended before: it is " + cancelled.status()
                : cancelled.run() + " has registered its model already; it ends in a moment";
    }
}
