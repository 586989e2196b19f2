package io.plimsoll.cli.command;

import io.plimsoll.cli.show.BacktestShow;
import io.plimsoll.config.IndicationConfig;
import io.plimsoll.config.Overrides;
import io.plimsoll.evaluate.Backtest;
import io.plimsoll.project.OpenProject;
import io.plimsoll.step.RunKind;
import io.plimsoll.workspace.RunRecord;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code guardrail}: what other rules would have decided. */
@Command(
        name = "guardrail",
        header = "Try a guardrail on past runs.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class GuardrailCommand {
    private static final int ALL_RUNS = 1_000_000;

    private final CommandSetting setting;

    GuardrailCommand(CommandSetting setting) {
        this.setting = setting;
    }

    @Command(
            name = "backtest",
            header = "What a guardrail would have decided on every past run of a model type.",
            description =
                    "Replays rules over the predictions that runs have stored; trains, loads and changes nothing.",
            mixinStandardHelpOptions = true)
    int backtest(
            @Parameters(paramLabel = "INDICATION", description = "which indication") String indication,
            @Parameters(paramLabel = "MODEL_TYPE", description = "which of its model types") String modelType,
            @Option(
                            names = "--rules",
                            paramLabel = "FILE",
                            description = "a YAML file with the keys of a guardrail; default: the indication's own")
                    @Nullable
                    Path rules) {
        try (OpenProject project = setting.open()) {
            IndicationConfig config = rules == null
                    ? project.indication(indication, Overrides.parse(List.of(), List.of()))
                    : project.proposing(indication, modelType, rules);
            String model = config.registeredName(modelType);
            Backtest backtest = new Backtest(
                    project.workspace(), config.model(modelType).guardrail().guardrail());
            List<RunRecord> runs = project.workspace().runs().latest(ALL_RUNS).stream()
                    .filter(run -> run.kind() == RunKind.TRAINING && run.model().equals(model))
                    .toList();
            show(model, backtest.of(runs));
            return 0;
        }
    }

    private void show(String model, List<Backtest.Replay> replays) {
        if (setting.json()) {
            setting.printJson(BacktestShow.data(model, replays));
        } else {
            setting.print(new BacktestShow(setting.style()).text(model, replays));
        }
    }
}
