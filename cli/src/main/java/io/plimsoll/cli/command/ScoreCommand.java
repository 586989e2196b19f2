package io.plimsoll.cli.command;

import io.plimsoll.cli.show.Faults;
import io.plimsoll.cli.show.ScoringText;
import io.plimsoll.cli.show.StepDisplay;
import io.plimsoll.config.IndicationConfig;
import io.plimsoll.config.Overrides;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.pipeline.ScoringPlan;
import io.plimsoll.pipeline.ScoringReport;
import io.plimsoll.pipeline.Scorings;
import io.plimsoll.project.OpenProject;
import io.plimsoll.project.ScoringPlans;
import io.plimsoll.project.reference.ModelReference;
import io.plimsoll.score.Delivered;
import io.plimsoll.score.Delivery;
import io.plimsoll.score.Posting;
import io.plimsoll.step.RunKind;
import io.plimsoll.workspace.ModelVersion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code score}: predicts for new rows with a registered version. */
@Command(
        name = "score",
        header = "Predict for new rows with the champion, or with another version.",
        customSynopsis = {
            "plimsoll score INDICATION MODEL_TYPE INPUT -o OUTPUT [--version VERSION] [--explain N] [--data NAME=PATH]…",
            "plimsoll score INDICATION --all INPUT -o OUTPUT [--version ALIAS] [--explain N]"
        },
        mixinStandardHelpOptions = false)
final class ScoreCommand implements Callable<Integer> {
    private final CommandSetting setting;

    @Parameters(
            index = "0",
            paramLabel = "INDICATION",
            description = "the name of a file in indications/, without .yml")
    private String indication = "";

    @Parameters(
            index = "1..*",
            arity = "1..2",
            paramLabel = "[MODEL_TYPE] INPUT",
            description =
                    "the model type, unless --all is given; and the rows to score: a CSV, Parquet or JSON lines file")
    private List<String> arguments = new ArrayList<>();

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "OUTPUT",
            description = "the file of scores: .csv, .parquet or .jsonl; replaced as a whole, or left as it is")
    private String output = "";

    @Option(names = "--all", description = "score with every model type of the indication, into one file")
    private boolean all;

    @Option(
            names = "--version",
            paramLabel = "VERSION",
            description = "the number of a version or an alias; default: champion")
    private String version = ModelVersion.CHAMPION;

    @Option(
            names = "--data",
            paramLabel = "NAME=PATH",
            description = "read a source that is joined to the rows from another place, relative to the current folder")
    private List<String> data = new ArrayList<>();

    @Option(
            names = "--explain",
            paramLabel = "N",
            description = "tell of each row the N inputs that moved its prediction most, and how far")
    private int explain;

    @SuppressWarnings("UnusedVariable") // picocli looks at it; the standard help options have a --version of their own
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "show this and end")
    private boolean help;

    ScoreCommand(CommandSetting setting) {
        this.setting = setting;
    }

    @Override
    public Integer call() {
        if (arguments.size() != (all ? 1 : 2)) {
            throw PlimsollException.of(
                    ErrorCode.USAGE,
                    all ? "--all and a model type were both given" : "give a model type and the rows to score",
                    "",
                    all ? "give one of the two" : "plimsoll score " + indication + " MODEL_TYPE INPUT -o OUTPUT");
        }
        if (explain < 0) {
            throw PlimsollException.of(
                    ErrorCode.USAGE, "--explain must not be negative", "", "give a number such as 3");
        }
        String input = arguments.get(arguments.size() - 1);
        Overrides overrides = Overrides.parse(List.of(), data);
        try (OpenProject project = setting.open(
                "`plimsoll -w URL models export` brings a model that scores anywhere; or score on the machine of the server")) {
            IndicationConfig config = project.indication(indication, overrides);
            ScoringPlans plans = project.scoringPlans(config, overrides);
            Delivery delivery = plans.delivery(output, input);
            List<String> types = all ? plans.modelTypes() : List.of(arguments.get(0));
            List<ScoringPlan> made = types.stream()
                    .map(type ->
                            plans.plan(type, version(project, config, type), input, explain, all ? null : delivery))
                    .toList();
            return score(project, made, delivery);
        }
    }

    private ModelVersion version(OpenProject project, IndicationConfig config, String modelType) {
        config.model(modelType);
        String model = config.registeredName(modelType);
        if (project.workspace().models().versions(model).isEmpty()) {
            throw PlimsollException.of(
                    ErrorCode.UNKNOWN_MODEL,
                    "no version of " + model + " is registered",
                    "",
                    "plimsoll train " + config.indication() + " " + modelType);
        }
        return new ModelReference(model, version).one(project.workspace().models());
    }

    private int score(OpenProject project, List<ScoringPlan> plans, Delivery delivery) {
        List<ScoringReport> reports = new ArrayList<>();
        List<Delivered> delivered = new ArrayList<>();
        Scorings scorings = project.scorings();
        try (AtInterrupt ignored = AtInterrupt.run(scorings::cancel)) {
            for (ScoringPlan plan : plans) {
                reports.add(scoreOne(project, scorings, plan, delivered::add));
            }
        }
        if (all && delivered.size() == plans.size()) {
            Path scratch = project.workspace().artifacts().scratch();
            String name = reports.get(reports.size() - 1).run();
            new Posting(project.engine().writer(scratch, project.limits()), delivery, name).deliver(delivered);
        }
        if (setting.json()) {
            setting.printJson(all ? Map.of("runs", reports) : reports.get(0));
        }
        return ExitCodes.worst(reports.stream().map(ScoringReport::exit).toList());
    }

    private ScoringReport scoreOne(
            OpenProject project, Scorings scorings, ScoringPlan plan, Consumer<Delivered> delivered) {
        ScoringReport report;
        String label = all ? plan.modelType() : "";
        try (StepDisplay display = StepDisplay.of(setting.surroundings(), RunKind.SCORING, label)) {
            report = scorings.score(plan, display, delivered, this::traceIfAsked);
        }
        Faults faults = new Faults(setting.surroundings().err(), setting.global().debug);
        faults.warn(report.warnings());
        faults.print(report.errors());
        if (!setting.json() && report.errors().isEmpty()) {
            String place = project.workspace().artifacts().evidencePlace(report.run());
            setting.print(new ScoringText(setting.style()).of(report, place));
        }
        return report;
    }

    private void traceIfAsked(Throwable unexpected) {
        if (setting.global().debug) {
            unexpected.printStackTrace(setting.surroundings().err());
        }
    }
}
