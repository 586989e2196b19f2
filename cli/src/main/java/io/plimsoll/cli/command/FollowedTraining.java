package io.plimsoll.cli.command;

import io.plimsoll.cli.show.Faults;
import io.plimsoll.cli.show.RunText;
import io.plimsoll.cli.show.StepDisplay;
import io.plimsoll.cli.show.StepText;
import io.plimsoll.pipeline.RunReport;
import io.plimsoll.pipeline.TrainingPlan;
import io.plimsoll.pipeline.Trainings;
import io.plimsoll.project.OpenProject;
import io.plimsoll.step.RunKind;
import io.plimsoll.step.StepName;
import io.plimsoll.step.StepOutput;
import java.util.ArrayList;
import java.util.List;

/** Runs plans in this process, with their steps before the user's eyes. */
final class FollowedTraining {
    private final CommandSetting setting;
    private final OpenProject project;
    private final Trainings trainings;

    FollowedTraining(CommandSetting setting, OpenProject project, Trainings trainings) {
        this.setting = setting;
        this.project = project;
        this.trainings = trainings;
    }

    /** With what came of it in words, unless JSON is asked for. */
    RunReport single(TrainingPlan plan) {
        List<StepOutput> last = new ArrayList<>();
        RunReport report = train(plan, "", last);
        if (setting.json()) {
            return report;
        }
        if (plan.until() != StepName.REGISTER) {
            showLast(plan, last);
        } else if (report.errors().isEmpty()) {
            String place = project.workspace().artifacts().evidencePlace(report.run());
            setting.print(new RunText(setting.style())
                    .of(report, plan.model().metric(), plan.model().alsoReport(), place));
        }
        return report;
    }

    /** With its model type before each line; what came of it is for a table of them all. */
    RunReport oneOfSeveral(TrainingPlan plan) {
        List<StepOutput> last = new ArrayList<>();
        RunReport report = train(plan, plan.modelType(), last);
        if (!setting.json() && plan.until() != StepName.REGISTER) {
            showLast(plan, last);
        }
        return report;
    }

    private RunReport train(TrainingPlan plan, String label, List<StepOutput> last) {
        RunReport report;
        try (StepDisplay display = StepDisplay.of(setting.surroundings(), RunKind.TRAINING, label)) {
            report = trainings.train(plan, display, last::add, this::traceIfAsked);
        }
        Faults faults = new Faults(setting.surroundings().err(), setting.global().debug);
        faults.warn(report.warnings());
        faults.print(report.errors());
        return report;
    }

    private void showLast(TrainingPlan plan, List<StepOutput> last) {
        last.forEach(output -> setting.print(StepText.of(plan.until(), output)));
    }

    private void traceIfAsked(Throwable unexpected) {
        if (setting.global().debug) {
            unexpected.printStackTrace(setting.surroundings().err());
        }
    }
}
