package io.plimsoll.cli.command;

import io.plimsoll.cli.show.RebuildShow;
import io.plimsoll.cli.show.StepDisplay;
import io.plimsoll.pipeline.Rebuild;
import io.plimsoll.project.OpenProject;
import io.plimsoll.project.reference.ModelReference;
import io.plimsoll.step.RunKind;
import io.plimsoll.workspace.ModelVersion;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code models rebuild}: whether a version can be made again from its record. */
@Command(
        name = "rebuild",
        header = "Train a version again from its record alone, and compare: the same bytes?",
        description = "Reads the dataset version, config and seed that its run used, no source file; changes nothing.",
        mixinStandardHelpOptions = true)
final class RebuildCommand implements Callable<Integer> {
    private static final int NO = 3;

    private final CommandSetting setting;

    @Parameters(
            paramLabel = "MODEL@VERSION",
            description = "lung-activation@3 or @champion; without a version, the champion")
    private String reference = "";

    RebuildCommand(CommandSetting setting) {
        this.setting = setting;
    }

    @Override
    public Integer call() {
        try (OpenProject project = setting.open()) {
            ModelVersion version =
                    ModelReference.parse(reference).one(project.workspace().models());
            Rebuild rebuild;
            try (StepDisplay display = StepDisplay.of(setting.surroundings(), RunKind.TRAINING, "")) {
                rebuild = project.rebuilding().rebuild(version, display);
            }
            if (setting.json()) {
                setting.printJson(RebuildShow.data(rebuild));
            } else {
                setting.print(new RebuildShow(setting.style()).text(rebuild));
            }
            return rebuild.isAsExpected() ? 0 : NO;
        }
    }
}
