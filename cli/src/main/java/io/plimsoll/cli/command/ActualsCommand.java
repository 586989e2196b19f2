package io.plimsoll.cli.command;

import io.plimsoll.cli.show.ActualsText;
import io.plimsoll.cli.show.Faults;
import io.plimsoll.config.IndicationConfig;
import io.plimsoll.config.Overrides;
import io.plimsoll.pipeline.ActualsReport;
import io.plimsoll.project.OpenProject;
import io.plimsoll.project.reference.ModelReference;
import io.plimsoll.workspace.ModelRegistry;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code actuals}: how good predictions turned out to be. */
@Command(
        name = "actuals",
        header = "Hold what really happened against what was predicted, and the champion against its line.",
        description = {
            "Joins the file with the predictions that scoring runs keep, by the key of the indication.",
            "Exit code 3: the champion has crossed its line."
        },
        mixinStandardHelpOptions = true)
final class ActualsCommand implements Callable<Integer> {
    private final CommandSetting setting;

    @Parameters(
            index = "0",
            paramLabel = "INDICATION",
            description = "the name of a file in indications/, without .yml")
    private String indication = "";

    @Parameters(index = "1", paramLabel = "MODEL_TYPE", description = "a model type of the indication")
    private String modelType = "";

    @Parameters(
            index = "2",
            paramLabel = "FILE",
            description =
                    "a CSV, Parquet or JSON lines file with the key and the target of each row; or several, as in outcomes-*.csv")
    private String file = "";

    ActualsCommand(CommandSetting setting) {
        this.setting = setting;
    }

    @Override
    public Integer call() {
        Overrides none = Overrides.parse(List.of(), List.of());
        try (OpenProject project = setting.open()) {
            IndicationConfig config = project.indication(indication, none);
            config.model(modelType);
            ModelRegistry registry = project.workspace().models();
            new ModelReference(config.registeredName(modelType), "").all(registry);
            ActualsReport report = project.reckoning()
                    .reckon(
                            config,
                            modelType,
                            project.scoringPlans(config, none).actuals(modelType, file));
            new Faults(setting.surroundings().err(), setting.global().debug).warn(report.warnings());
            if (setting.json()) {
                setting.printJson(report);
            } else {
                setting.print(new ActualsText(setting.style()).of(report));
            }
            return report.exit();
        }
    }
}
