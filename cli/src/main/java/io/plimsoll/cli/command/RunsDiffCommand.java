package io.plimsoll.cli.command;

import io.plimsoll.cli.show.RunDiffShow;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.project.OpenProject;
import io.plimsoll.project.reference.RunReference;
import io.plimsoll.step.RunKind;
import io.plimsoll.workspace.RunRecord;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code runs diff}: what differs between two runs. */
@Command(
        name = "diff",
        header = "What differs from one run to another: config, data, code, figures, rules, outcome.",
        mixinStandardHelpOptions = true)
final class RunsDiffCommand implements Callable<Integer> {
    private final CommandSetting setting;

    @Parameters(index = "0", paramLabel = "RUN", description = "the one before, as `runs list` shows it")
    private String first = "";

    @Parameters(index = "1", paramLabel = "RUN", description = "the one after")
    private String second = "";

    RunsDiffCommand(CommandSetting setting) {
        this.setting = setting;
    }

    @Override
    public Integer call() {
        try (OpenProject project = setting.open(
                "`models compare` and `experiments show` tell much of it; all of it is told on the machine of the server")) {
            RunDiffShow difference = RunDiffShow.of(run(first, project), run(second, project), project.workspace());
            if (setting.json()) {
                setting.printJson(difference.data());
            } else {
                setting.print(difference.text(setting.style()));
            }
            return 0;
        }
    }

    private static RunRecord run(String id, OpenProject project) {
        RunRecord run = RunReference.find(project, id);
        if (run.kind() != RunKind.TRAINING) {
            throw PlimsollException.of(
                    ErrorCode.USAGE,
                    "a run of kind " + run.kind() + " made no model that could differ from another",
                    "run " + id,
                    "name two runs of kind TRAINING; `plimsoll runs list` shows the kinds");
        }
        return run;
    }
}
