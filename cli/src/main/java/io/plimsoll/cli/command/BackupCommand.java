package io.plimsoll.cli.command;

import io.plimsoll.project.OpenProject;
import io.plimsoll.storage.backup.WorkspaceBackup.Copied;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code backup}: the whole workspace as it is at one moment. */
@Command(
        name = "backup",
        header = "Copy the whole workspace into a new folder, while others may work in it.",
        mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {
    private final CommandSetting setting;

    @Parameters(paramLabel = "DIR", description = "a folder that is not there yet, or is empty")
    private Path target = Path.of("");

    BackupCommand(CommandSetting setting) {
        this.setting = setting;
    }

    @Override
    public Integer call() {
        try (OpenProject project = setting.open()) {
            Copied copied = project.backUp(target);
            if (setting.json()) {
                setting.printJson(
                        Map.of("backup", target.toString(), "files", copied.files(), "bytes", copied.bytes()));
            } else {
                setting.print(String.format(
                        Locale.ROOT,
                        "backed up %,d files, %,d bytes%nbring it back with: plimsoll -w NEW_WORKSPACE restore %s",
                        copied.files(),
                        copied.bytes(),
                        target));
            }
            return 0;
        }
    }
}
