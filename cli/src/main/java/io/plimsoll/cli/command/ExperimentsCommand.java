package io.plimsoll.cli.command;

import io.plimsoll.cli.desk.Desk;
import io.plimsoll.cli.show.ExperimentShow;
import io.plimsoll.cli.show.RunShow;
import io.plimsoll.cli.show.Table;
import io.plimsoll.workspace.RunRecord;
import io.plimsoll.workspace.RunRecords.Experiment;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code experiments}: the names under which runs are grouped, and how the runs of one compare. */
@Command(
        name = "experiments",
        header = "List experiments, and compare the runs of one.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class ExperimentsCommand implements Callable<Integer> {
    private final CommandSetting setting;

    ExperimentsCommand(CommandSetting setting) {
        this.setting = setting;
    }

    @Override
    public Integer call() {
        return list();
    }

    @Command(name = "list", header = "The one with the latest run first.", mixinStandardHelpOptions = true)
    int list() {
        try (Desk desk = setting.desk()) {
            List<Experiment> experiments = desk.runs().experiments();
            if (setting.json()) {
                setting.printJson(Map.of(
                        "experiments",
                        experiments.stream().map(ExperimentsCommand::data).toList()));
            } else {
                setting.print(table(experiments));
            }
            return 0;
        }
    }

    @Command(
            name = "show",
            header = "The runs of an experiment side by side: metrics, verdicts and what they differ in.",
            mixinStandardHelpOptions = true)
    int show(@Parameters(paramLabel = "NAME", description = "as `experiments list` shows it") String name) {
        try (Desk desk = setting.desk()) {
            List<RunRecord> runs = desk.runs().ofExperiment(name);
            ExperimentShow shown = new ExperimentShow(setting.style());
            if (setting.json()) {
                setting.printJson(Map.of("experiment", name, "runs", ExperimentShow.data(runs)));
            } else {
                setting.print(shown.text(name, runs));
            }
            return 0;
        }
    }

    private static Map<String, Object> data(Experiment experiment) {
        return new TreeMap<>(Map.of(
                "experiment", experiment.name(),
                "runs", experiment.runs(),
                "open", experiment.open(),
                "latest", experiment.latest().toString()));
    }

    private String table(List<Experiment> experiments) {
        Table table = new Table(setting.style(), "experiment", "runs", "open", "latest (UTC)");
        experiments.forEach(experiment ->
                table.row(experiment.name(), experiment.runs(), experiment.open(), RunShow.time(experiment.latest())));
        return table.isEmpty() ? "no experiments yet; `plimsoll train INDICATION` begins one" : table.text();
    }
}
