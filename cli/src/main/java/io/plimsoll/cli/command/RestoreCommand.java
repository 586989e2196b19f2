package io.plimsoll.cli.command;

import io.plimsoll.project.OpenProject;
import io.plimsoll.storage.backup.WorkspaceBackup.Copied;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code restore}: a workspace of a backup. */
@Command(
        name = "restore",
        header = "Make the workspace of a backup, if every file of it is as it was.",
        description = "The workspace (-w, or that of plimsoll.yml) must not be there yet, or be empty.",
        mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {
    private final CommandSetting setting;

    @Parameters(paramLabel = "DIR", description = "a folder that `backup` made")
    private Path backup = Path.of("");

    RestoreCommand(CommandSetting setting) {
        this.setting = setting;
    }

    @Override
    public Integer call() {
        try (OpenProject project = setting.open()) {
            Copied copied = project.restore(backup);
            String workspace = project.place().shown();
            if (setting.json()) {
                setting.printJson(Map.of("workspace", workspace, "files", copied.files(), "bytes", copied.bytes()));
            } else {
                setting.print(String.format(
                        Locale.ROOT,
                        "restored %,d files, %,d bytes into %s%nlook at it with: plimsoll doctor",
                        copied.files(),
                        copied.bytes(),
                        workspace));
            }
            return 0;
        }
    }
}
