package io.plimsoll.cli.command;

import io.plimsoll.cli.desk.Desk;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code runs watch}: follows a run that waits or goes on elsewhere, and ends as it ends. */
@Command(
        name = "watch",
        header = "Follow a run to its end: its steps, progress and warnings, then what came of it.",
        description = "Exits as `train` would have: 0 registered, 3 not, 1 or 2 failed, 130 cancelled.",
        mixinStandardHelpOptions = true)
final class RunsWatchCommand implements Callable<Integer> {
    private final CommandSetting setting;

    @Parameters(paramLabel = "RUN", description = "a run's id, as `runs list` shows it")
    private String id = "";

    RunsWatchCommand(CommandSetting setting) {
        this.setting = setting;
    }

    @Override
    public Integer call() {
        try (Desk desk = setting.desk()) {
            Following following = new Following(setting, desk.runs());
            return following.told(following.toItsEnd(id));
        }
    }
}
