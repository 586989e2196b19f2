package io.plimsoll.cli.command;

import io.plimsoll.cli.show.Faults;
import io.plimsoll.cli.show.MatrixTable;
import io.plimsoll.config.IndicationConfig;
import io.plimsoll.config.Overrides;
import io.plimsoll.config.bind.NearMatch;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.pipeline.RunReport;
import io.plimsoll.pipeline.TrainingPlan;
import io.plimsoll.pipeline.Trainings;
import io.plimsoll.project.OpenProject;
import io.plimsoll.project.reference.Experiment;
import io.plimsoll.project.reference.RunReference;
import io.plimsoll.step.RunKind;
import io.plimsoll.step.StepName;
import io.plimsoll.worker.Order;
import io.plimsoll.workspace.RunRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code train}: builds, follows and reports one run a model type, each isolated from the others. */
@Command(
        name = "train",
        header = "Train model types of an indication and register those that meet their guardrail.",
        mixinStandardHelpOptions = true)
final class TrainCommand implements Callable<Integer> {
    private final CommandSetting setting;

    @Parameters(
            index = "0",
            paramLabel = "INDICATION",
            arity = "0..1",
            description = "the name of a file in indications/, without .yml; left out with --all: every one")
    private String indication = "";

    @Parameters(
            index = "1..*",
            paramLabel = "MODEL_TYPE",
            arity = "0..*",
            description = "what to train; default: default_model of the indication")
    private List<String> modelTypes = new ArrayList<>();

    @Option(names = "--all", description = "train every model type of the indication; without one, of every indication")
    private boolean all;

    @Option(
            names = "--data",
            paramLabel = "NAME=PATH",
            description = "read a source from another place, relative to the current folder")
    private List<String> data = new ArrayList<>();

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description =
                    "change one setting, such as models.ACTIVATION.settings.trees=300; never what decides a verdict")
    private List<String> settings = new ArrayList<>();

    @Option(names = "--experiment", paramLabel = "NAME", description = "the name under which runs are grouped")
    private String experiment = Experiment.USUAL;

    @Option(names = "--until", paramLabel = "STEP", description = "stop after this step and show what it made")
    private @Nullable String until;

    @Option(names = "--lanes", paramLabel = "N", description = "with --all alone: how many runs at a time; default 1")
    private @Nullable Integer lanes;

    @Option(names = "--no-reuse", description = "take every step, also where an earlier run has made the same")
    private boolean noReuse;

    TrainCommand(CommandSetting setting) {
        this.setting = setting;
    }

    @Override
    public Integer call() {
        Experiment.of(experiment);
        StepName last = lastStep();
        if (indication.isEmpty()) {
            return everything();
        }
        if (lanes != null) {
            throw misused("--lanes is for all indications together", "leave it out, or leave the indication out");
        }
        Overrides overrides = Overrides.parse(settings, data);
        try (OpenProject project = setting.open(
                "publish the training on the machine of the server; `plimsoll -w URL submit` runs it from here")) {
            IndicationConfig config = project.indication(indication, overrides);
            List<TrainingPlan> plans = ModelTypes.chosen(config, modelTypes, all).stream()
                    .map(type -> project.plan(config, type, overrides, experiment, last))
                    .map(plan -> noReuse ? plan.anew() : plan)
                    .toList();
            return train(project, plans);
        }
    }

    /** Every model type of every indication, each in a process of its own. */
    private int everything() {
        if (!all) {
            throw misused(
                    "no indication was given", "name one of the files in indications/, or give --all for every one");
        }
        if (!settings.isEmpty() || !data.isEmpty() || until != null) {
            throw misused("--set, --data and --until are for one indication", "name the indication as well");
        }
        int many = lanes == null ? 1 : lanes;
        if (many < 1) {
            throw misused("--lanes must be at least 1", "give a number such as 2");
        }
        try (OpenProject project = setting.open(
                "publish the training on the machine of the server; `plimsoll -w URL submit` runs it from here")) {
            return new Portfolio(setting, project)
                    .train(new Order.By(project.actor(), experiment, null, !noReuse), many);
        }
    }

    private static PlimsollException misused(String what, String help) {
        return PlimsollException.of(ErrorCode.USAGE, what, "", help);
    }

    private int train(OpenProject project, List<TrainingPlan> plans) {
        List<RunReport> reports = new ArrayList<>();
        Trainings trainings = project.trainings();
        FollowedTraining followed = new FollowedTraining(setting, project, trainings);
        Faults faults = new Faults(setting.surroundings().err(), setting.global().debug);
        try (AtInterrupt ignored = AtInterrupt.run(trainings::cancel);
                AtLoss unused = AtLoss.watch(project.workspace().queue(), trainings::current, faults)) {
            for (TrainingPlan plan : plans) {
                reports.add(plans.size() > 1 ? followed.oneOfSeveral(plan) : followed.single(plan));
            }
        }
        if (setting.json()) {
            setting.printJson(reports.size() == 1 && !all ? reports.get(0) : Map.of("runs", reports));
        } else if (reports.size() > 1) {
            List<RunRecord> runs = reports.stream()
                    .map(report -> RunReference.find(project, report.run()))
                    .toList();
            setting.print(MatrixTable.text(setting.style(), runs));
        }
        return ExitCodes.worst(reports.stream().map(RunReport::exit).toList());
    }

    private StepName lastStep() {
        String asked = until;
        if (asked == null) {
            return StepName.REGISTER;
        }
        return StepName.byLabel(asked)
                .filter(RunKind.TRAINING.steps()::contains)
                .orElseThrow(() -> {
                    List<String> steps = RunKind.TRAINING.steps().stream()
                            .map(StepName::label)
                            .toList();
                    return PlimsollException.of(
                            ErrorCode.USAGE,
                            "'" + asked + "' is not a step" + NearMatch.hint(asked, steps),
                            "--until",
                            "one of: " + String.join(", ", steps));
                });
    }
}
