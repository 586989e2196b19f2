package io.plimsoll.cli.command;

import io.plimsoll.cli.show.Faults;
import io.plimsoll.pipeline.RunReport;
import io.plimsoll.pipeline.TrainingPlan;
import io.plimsoll.pipeline.Trainings;
import io.plimsoll.project.OpenProject;
import io.plimsoll.project.reference.RunReference;
import io.plimsoll.upkeep.Settling;
import io.plimsoll.workspace.RunRecord;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code runs resume}: goes on with a run that failed, was cancelled, or whose process is gone. */
@Command(
        name = "resume",
        header = "Go on with a run that did not come to its end, in a new run that reuses its finished steps.",
        mixinStandardHelpOptions = true)
final class RunsResumeCommand implements Callable<Integer> {
    private final CommandSetting setting;

    @Parameters(paramLabel = "RUN", description = "a run's id, as `runs list` shows it")
    private String id = "";

    RunsResumeCommand(CommandSetting setting) {
        this.setting = setting;
    }

    @Override
    public Integer call() {
        try (OpenProject project = setting.open("submit it again: steps that were finished are reused")) {
            // a run whose process is gone has an end only once somebody has looked
            new Settling(project.workspace(), project.clock()).settle();
            RunRecord run = RunReference.find(project, id);
            TrainingPlan plan = project.resumed(run);
            Trainings trainings = project.trainings();
            RunReport report;
            Faults faults = new Faults(setting.surroundings().err(), setting.global().debug);
            try (AtInterrupt ignored = AtInterrupt.run(trainings::cancel);
                    AtLoss unused = AtLoss.watch(project.workspace().queue(), trainings::current, faults)) {
                report = new FollowedTraining(setting, project, trainings).single(plan);
            }
            if (setting.json()) {
                setting.printJson(report);
            }
            return report.exit();
        }
    }
}
