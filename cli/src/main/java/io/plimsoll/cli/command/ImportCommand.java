package io.plimsoll.cli.command;

import io.plimsoll.cli.exchange.FirstVersion;
import io.plimsoll.cli.exchange.FirstVersion.ImportName;
import io.plimsoll.cli.exchange.Trial;
import io.plimsoll.cli.show.ModelShow;
import io.plimsoll.config.IndicationConfig;
import io.plimsoll.config.Overrides;
import io.plimsoll.exchange.ImportedModel;
import io.plimsoll.exchange.Incoming;
import io.plimsoll.exchange.IncomingModel;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.project.OpenProject;
import io.plimsoll.project.TemporaryFolder;
import io.plimsoll.workspace.ModelVersion;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code models import}: a model from elsewhere becomes the first champion of a model that has none. */
@Command(
        name = "import",
        header = "Take a model from elsewhere as the first champion of a model that has no version.",
        description = "Its hashes are checked, then it is loaded and tried in a process of its own.",
        mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {
    private final CommandSetting setting;

    @Parameters(paramLabel = "FILE", description = "a zip of `plimsoll models export`, or a model folder")
    private Path file = Path.of("");

    @Option(
            names = "--as",
            required = true,
            paramLabel = "MODEL",
            description = "the model that it becomes a version of: lung-activation")
    private String model = "";

    @Mixin
    private final ReasonOption reason = new ReasonOption();

    ImportCommand(CommandSetting setting) {
        this.setting = setting;
    }

    @Override
    public Integer call() {
        String why = reason.given();
        try (OpenProject project = setting.open();
                TemporaryFolder scratch = TemporaryFolder.create()) {
            ImportName name = name(project);
            Path path = setting.surroundings().directory().resolve(file).normalize();
            ImportedModel imported = new IncomingModel(new Incoming.Place(path, file.toString())).read();
            new Trial(scratch.path()).of(imported.files(), file.toString());
            ModelVersion version = entry(project).enter(imported, name, why);
            if (setting.json()) {
                setting.printJson(ModelShow.data(version));
            } else {
                setting.print(setting.style().good("IMPORTED " + version.reference()) + "\n  " + why
                        + "\n  it is champion; the next training run is judged against it\n");
            }
            return 0;
        }
    }

    private FirstVersion entry(OpenProject project) {
        return new FirstVersion(project.workspace(), project.clock(), project::newRunId, project.actor());
    }

    /** What the project knows under the name: a model that nothing here trains would be champion of nothing. */
    private ImportName name(OpenProject project) {
        for (String indication : project.indications()) {
            if (model.startsWith(indication + "-")) {
                IndicationConfig config = project.indication(indication, Overrides.parse(List.of(), List.of()));
                for (String type : config.models().keySet()) {
                    if (config.registeredName(type).equals(model)) {
                        return new ImportName(model, indication, type);
                    }
                }
            }
        }
        throw PlimsollException.of(
                ErrorCode.UNKNOWN_MODEL,
                "no indication of this project has a model type that is registered under this name",
                "--as " + model,
                "a model's name is INDICATION-MODEL_TYPE in lower case: lung-activation");
    }
}
