package io.plimsoll.cli.command;

import io.plimsoll.project.NewIndication;
import io.plimsoll.project.OpenProject;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code add}: new parts of a project. */
@Command(
        name = "add",
        header = "Add an indication to a project.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class AddCommand implements Callable<Integer> {
    private final CommandSetting setting;

    AddCommand(CommandSetting setting) {
        this.setting = setting;
    }

    @Override
    public Integer call() {
        setting.print("what to add: `plimsoll add indication NAME --from FILE`");
        return 2;
    }

    @Command(
            name = "indication",
            header = "Write indications/NAME.yml, with keys, features and targets guessed from a CSV file.",
            mixinStandardHelpOptions = true)
    int indication(
            @Parameters(paramLabel = "NAME", description = "lower case, such as hematology") String name,
            @Option(names = "--from", paramLabel = "FILE", required = true, description = "a CSV file with a header")
                    Path from) {
        try (OpenProject project = setting.open()) {
            NewIndication made = NewIndication.write(
                    project, name, setting.surroundings().directory().resolve(from));
            if (setting.json()) {
                setting.printJson(Map.of("file", made.file().toString(), "model_types", made.modelTypes()));
            } else {
                setting.print("wrote " + project.folder().relativize(made.file()) + " with the model types "
                        + String.join(", ", made.modelTypes())
                        + "\nread it, correct what was guessed wrong, then: plimsoll check "
                        + name);
            }
            return 0;
        }
    }
}
