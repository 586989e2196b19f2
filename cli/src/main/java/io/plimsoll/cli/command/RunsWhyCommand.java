package io.plimsoll.cli.command;

import io.plimsoll.cli.desk.Desk;
import io.plimsoll.cli.show.WhyShow;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code runs why}: of each step of a run, why it was taken or reused. */
@Command(
        name = "why",
        header = "Why each step of a run was taken or reused: what had changed since the run before.",
        mixinStandardHelpOptions = true)
final class RunsWhyCommand implements Callable<Integer> {
    private final CommandSetting setting;

    @Parameters(paramLabel = "RUN", description = "a run's id, as `runs list` shows it")
    private String id = "";

    RunsWhyCommand(CommandSetting setting) {
        this.setting = setting;
    }

    @Override
    public Integer call() {
        try (Desk desk = setting.desk()) {
            WhyShow why = desk.runs().why(id);
            if (setting.json()) {
                setting.printJson(why.data());
            } else {
                setting.print(why.text(setting.style()));
            }
            return 0;
        }
    }
}
