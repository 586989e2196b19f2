package io.plimsoll.cli.command;

import io.plimsoll.cli.show.WhyShow;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.project.OpenProject;
import io.plimsoll.project.reference.RunReference;
import io.plimsoll.step.RunKind;
import io.plimsoll.workspace.RunRecord;
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
        try (OpenProject project = setting.open()) {
            RunRecord run = RunReference.find(project, id);
            if (run.kind() != RunKind.TRAINING) {
                throw PlimsollException.of(
                        ErrorCode.USAGE,
                        "a run of kind " + run.kind() + " takes every step",
                        "run " + id,
                        "name a run of kind TRAINING; `plimsoll runs list` shows the kinds");
            }
            WhyShow why = WhyShow.of(run, project.workspace());
            if (setting.json()) {
                setting.printJson(why.data());
            } else {
                setting.print(why.text(setting.style()));
            }
            return 0;
        }
    }
}
