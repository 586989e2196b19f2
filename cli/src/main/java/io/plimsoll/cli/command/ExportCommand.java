package io.plimsoll.cli.command;

import io.plimsoll.canonical.Sha256;
import io.plimsoll.cli.desk.Desk;
import io.plimsoll.cli.desk.ModelDesk.Document;
import io.plimsoll.project.reference.ModelReference;
import io.plimsoll.workspace.ModelVersion;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code models export}: a version as a zip that scores anywhere. */
@Command(
        name = "export",
        header = "Write a version as one zip that scores anywhere: model, script, card and verdict.",
        description = "No row of any table is in it. The same version gives the same bytes.",
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
    private final CommandSetting setting;

    @Parameters(paramLabel = "MODEL[@VERSION]", description = "lung-activation@3 or @champion; default: the champion")
    private String reference = "";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "where to; default: MODEL-VERSION.zip in the current folder")
    private @Nullable Path output;

    ExportCommand(CommandSetting setting) {
        this.setting = setting;
    }

    @Override
    public Integer call() {
        try (Desk desk = setting.desk()) {
            Document made = desk.models().export(ModelReference.parse(reference));
            ModelVersion version = made.version();
            Path asked = output == null ? Path.of(version.model() + "-" + version.version() + ".zip") : output;
            OutputFile file = OutputFile.of(asked, setting);
            byte[] archive = made.content();
            file.write(archive);
            if (setting.json()) {
                setting.printJson(Map.of(
                        "model", version.model(),
                        "version", version.version(),
                        "model_sha256", version.sha256(),
                        "file", asked.toString(),
                        "bytes", archive.length,
                        "sha256", Sha256.of(archive)));
            } else {
                setting.print("exported " + version.reference() + ": " + asked);
            }
            return 0;
        }
    }
}
