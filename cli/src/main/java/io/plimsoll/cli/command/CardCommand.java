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

/** {@code models card}: a version's card as one HTML file. */
@Command(
        name = "card",
        header = "Write the model card of a version: one HTML file that tells what it is and how it was judged.",
        description = "The file needs nothing else to be shown and holds no row, key or group of any table.",
        mixinStandardHelpOptions = true)
final class CardCommand implements Callable<Integer> {
    private final CommandSetting setting;

    @Parameters(paramLabel = "MODEL[@VERSION]", description = "lung-activation@3 or @champion; default: the champion")
    private String reference = "";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "where to; default: MODEL-VERSION.html in the current folder")
    private @Nullable Path output;

    CardCommand(CommandSetting setting) {
        this.setting = setting;
    }

    @Override
    public Integer call() {
        try (Desk desk = setting.desk()) {
            Document made = desk.models().card(ModelReference.parse(reference));
            ModelVersion version = made.version();
            Path asked = output == null ? Path.of(version.model() + "-" + version.version() + ".html") : output;
            OutputFile file = OutputFile.of(asked, setting);
            byte[] card = made.content();
            file.write(card);
            if (setting.json()) {
                setting.printJson(Map.of(
                        "model", version.model(),
                        "version", version.version(),
                        "file", asked.toString(),
                        "bytes", card.length,
                        "sha256", Sha256.of(card)));
            } else {
                setting.print("card of " + version.reference() + ": " + asked);
            }
            return 0;
        }
    }
}
