package io.plimsoll.cli.command;

import io.plimsoll.cli.show.TrainerShow;
import io.plimsoll.config.bind.NearMatch;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.project.OpenProject;
import io.plimsoll.train.Trainer;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code trainers}: what fits a model, and its settings. */
@Command(
        name = "trainers",
        header = "List the trainers that a config file can name, and show their settings.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class TrainersCommand {
    private final CommandSetting setting;

    TrainersCommand(CommandSetting setting) {
        this.setting = setting;
    }

    @Command(name = "list", header = "List the trainers.", mixinStandardHelpOptions = true)
    int list() {
        try (OpenProject project = setting.open()) {
            TrainerShow show = new TrainerShow(setting.style());
            if (setting.json()) {
                setting.printJson(Map.of("trainers", TrainerShow.data(project.trainers())));
            } else {
                setting.print(show.list(project.trainers()));
            }
            return 0;
        }
    }

    @Command(
            name = "show",
            header = "Show the settings of a trainer: what each may be, and what it is when it is left out.",
            mixinStandardHelpOptions = true)
    int show(@Parameters(paramLabel = "NAME", description = "its short name, as in a config file") String name) {
        try (OpenProject project = setting.open()) {
            Trainer<?> trainer = named(name, project.trainers());
            if (setting.json()) {
                setting.printJson(TrainerShow.settings(trainer));
            } else {
                setting.print(new TrainerShow(setting.style()).text(trainer));
            }
            return 0;
        }
    }

    private static Trainer<?> named(String name, List<Trainer<?>> trainers) {
        List<String> names = trainers.stream().<String>map(Trainer::name).toList();
        return trainers.stream()
                .filter(trainer -> trainer.name().equals(name))
                .findFirst()
                .orElseThrow(() -> PlimsollException.of(
                        ErrorCode.USAGE,
                        "there is no trainer of this name" + NearMatch.hint(name, names),
                        "",
                        "one of: " + String.join(", ", names)));
    }
}
