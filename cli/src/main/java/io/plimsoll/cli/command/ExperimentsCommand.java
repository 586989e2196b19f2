package io.plimsoll.cli.command;

import io.plimsoll.cli.show.ExperimentShow;
import io.plimsoll.cli.show.RunShow;
import io.plimsoll.cli.show.Table;
import io.plimsoll.config.bind.NearMatch;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.project.OpenProject;
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
    private static final int MOST_RUNS = 1_000;

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
        try (OpenProject project = setting.open()) {
            List<Experiment> experiments = project.workspace().runs().experiments();
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
        try (OpenProject project = setting.open()) {
            List<RunRecord> runs = project.workspace().runs().ofExperiment(name, MOST_RUNS);
            if (runs.isEmpty()) {
                throw unknown(name, project);
            }
            ExperimentShow shown = new ExperimentShow(setting.style());
            if (setting.json()) {
                setting.printJson(Map.of("experiment", name, "runs", ExperimentShow.data(runs)));
            } else {
                setting.print(shown.text(name, runs));
            }
            return 0;
        }
    }

    private static PlimsollException unknown(String name, OpenProject project) {
        List<String> names = project.workspace().runs().experiments().stream()
                .map(Experiment::name)
                .toList();
        return PlimsollException.of(
                ErrorCode.UNKNOWN_EXPERIMENT,
                "there is no experiment '" + name + "'" + NearMatch.hint(name, names),
                "",
                names.isEmpty()
                        ? "`plimsoll train INDICATION --experiment NAME` begins one"
                        : "`plimsoll experiments list` shows them");
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
