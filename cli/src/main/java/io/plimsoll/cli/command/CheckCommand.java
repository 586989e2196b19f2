package io.plimsoll.cli.command;

import io.plimsoll.cli.show.Faults;
import io.plimsoll.cli.show.ForecastText;
import io.plimsoll.cli.show.SuggestionText;
import io.plimsoll.config.ColumnCheck;
import io.plimsoll.config.IndicationConfig;
import io.plimsoll.config.Overrides;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.Fault;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.pipeline.Forecast;
import io.plimsoll.pipeline.Forecasting;
import io.plimsoll.project.OpenProject;
import io.plimsoll.project.TemporaryFolder;
import io.plimsoll.step.StepName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code check}: every fault of config and data, and what a run would do. Writes nothing. */
@Command(
        name = "check",
        header = "Find every fault in config and data, and show what a run would do; changes nothing.",
        description = "Exit code 2 where a config file is wrong, 3 where the data are.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
    private static final int FAULTS_FOUND = 3;

    private final CommandSetting setting;

    @Parameters(arity = "0..1", paramLabel = "INDICATION", description = "which one; default: all of the project")
    private @Nullable String indication;

    @Option(names = "--data", paramLabel = "NAME=PATH", description = "read a source from another place")
    private List<String> data = new ArrayList<>();

    @Option(
            names = "--suggest",
            description =
                    "print checks of columns that the modelling table passes, with its categories, to put under data:")
    private boolean suggest;

    CheckCommand(CommandSetting setting) {
        this.setting = setting;
    }

    @Override
    public Integer call() {
        Overrides overrides = Overrides.parse(List.of(), data);
        try (OpenProject project = setting.open();
                TemporaryFolder scratch = TemporaryFolder.create()) {
            Forecasting forecasting = new Forecasting(project.engine(), project.workspace(), scratch.path());
            if (suggest) {
                return suggest(forecasting, project, overrides);
            }
            List<Forecast> forecasts = new ArrayList<>();
            for (IndicationConfig config : configs(project, overrides)) {
                for (String type : config.models().keySet()) {
                    forecasts.add(forecasting.of(project.plan(config, type, overrides, "check", StepName.REGISTER)));
                }
            }
            return show(forecasts);
        }
    }

    private int suggest(Forecasting forecasting, OpenProject project, Overrides overrides) {
        if (indication == null) {
            throw PlimsollException.of(
                    ErrorCode.USAGE,
                    "checks are suggested for one indication",
                    "--suggest",
                    "name it: check lung --suggest");
        }
        IndicationConfig config = project.indication(indication, overrides);
        Map<String, ColumnCheck> checks = forecasting.suggested(
                project.plan(config, config.defaultModel(), overrides, "check", StepName.REGISTER));
        if (setting.json()) {
            setting.printJson(SuggestionText.data(indication, checks));
        } else {
            setting.print(SuggestionText.yaml(indication, checks));
        }
        return 0;
    }

    /** Reads every config before any data, so that all faults of all files come at once. */
    private List<IndicationConfig> configs(OpenProject project, Overrides overrides) {
        List<String> names = indication == null ? project.indications() : List.of(indication);
        List<IndicationConfig> configs = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        for (String name : names) {
            try {
                configs.add(project.indication(name, overrides));
            } catch (PlimsollException e) {
                faults.addAll(e.faults());
            }
        }
        if (!faults.isEmpty()) {
            throw new PlimsollException(faults);
        }
        return configs;
    }

    private int show(List<Forecast> forecasts) {
        Set<Fault> faults = new LinkedHashSet<>();
        forecasts.forEach(forecast -> faults.addAll(forecast.faults()));
        if (setting.json()) {
            setting.printJson(Map.of("checks", forecasts, "faults", faults));
        } else {
            setting.print(new ForecastText(setting.style()).of(forecasts));
        }
        Set<Fault> warnings = new LinkedHashSet<>();
        forecasts.forEach(forecast -> warnings.addAll(forecast.warnings()));
        Faults shown = new Faults(setting.surroundings().err(), false);
        shown.warn(List.copyOf(warnings));
        shown.print(List.copyOf(faults));
        return faults.isEmpty() ? 0 : FAULTS_FOUND;
    }
}
