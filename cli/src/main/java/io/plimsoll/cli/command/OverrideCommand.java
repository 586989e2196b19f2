package io.plimsoll.cli.command;

import io.plimsoll.cli.show.ModelShow;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.pipeline.Promotions.Word;
import io.plimsoll.project.OpenProject;
import io.plimsoll.project.reference.RunReference;
import io.plimsoll.workspace.ModelVersion;
import io.plimsoll.workspace.RunRecord;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code models register}: a model in use that its verdict did not allow, because a person says so. */
@Command(
        name = "register",
        header = "Register the model of a run that was refused, against its verdict, and make it champion.",
        description =
                "The verdict stays with the version, beside who overrode it and why. A refused model is kept for a day.",
        mixinStandardHelpOptions = true)
final class OverrideCommand implements Callable<Integer> {
    private final CommandSetting setting;

    @Parameters(paramLabel = "RUN", description = "a run's id, as `runs list` shows it")
    private String run = "";

    @Option(
            names = "--override",
            description = "say that this goes against the verdict; nothing is registered without it")
    private boolean override;

    @Mixin
    private final ReasonOption reason = new ReasonOption();

    OverrideCommand(CommandSetting setting) {
        this.setting = setting;
    }

    @Override
    public Integer call() {
        String why = reason.given();
        if (!override) {
            throw PlimsollException.of(
                    ErrorCode.USAGE,
                    "runs register what their verdict allows by themselves; this command goes against a verdict",
                    "",
                    "add --override if that is meant");
        }
        try (OpenProject project = setting.open()) {
            RunRecord record = RunReference.find(project, run);
            ModelVersion version = project.overriding().register(record, new Word(project.actor(), why));
            if (setting.json()) {
                setting.printJson(ModelShow.data(version));
            } else {
                setting.print(setting.style().bold("REGISTERED " + version.reference()) + " against its verdict: " + why
                        + "\n  it is champion now; `plimsoll models rollback " + version.model()
                        + " --reason …` brings the one before back\n");
            }
            return 0;
        }
    }
}
