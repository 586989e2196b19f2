package io.plimsoll.cli.command;

import io.plimsoll.config.WorkspaceConfig;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.project.OpenProject;
import io.plimsoll.project.WorkspacePlace;
import io.plimsoll.storage.backup.WorkspaceBackup.Copied;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code workspace}: where results live. */
@Command(
        name = "workspace",
        header = "Where results live: copy all of it elsewhere.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class WorkspaceCommand {
    private final CommandSetting setting;

    WorkspaceCommand(CommandSetting setting) {
        this.setting = setting;
    }

    @Command(
            name = "copy",
            header = "Copy the whole workspace into a folder, or into a database and a folder for its files.",
            description = {
                "What is copied is the workspace of plimsoll.yml, or that of -w. It stays as it is, and the copy is"
                        + " there when all of it is there and has been compared, and not before.",
                "",
                "  plimsoll workspace copy FOLDER",
                "  plimsoll workspace copy --database NAME --artifacts FOLDER",
                "",
                "NAME is one of the databases of plimsoll.yml. Nothing may be at the target yet."
            },
            mixinStandardHelpOptions = true)
    int copy(
            @Parameters(arity = "0..1", paramLabel = "FOLDER", description = "for a workspace all in one folder")
                    @Nullable
                    String folder,
            @Option(
                            names = "--database",
                            paramLabel = "NAME",
                            description = "for all but files: a database of plimsoll.yml")
                    @Nullable
                    String database,
            @Option(names = "--artifacts", paramLabel = "FOLDER", description = "with --database: for the files")
                    @Nullable
                    String artifacts,
            @Option(
                            names = "--schema",
                            paramLabel = "NAME",
                            defaultValue = "plimsoll",
                            description = "with --database: the schema of the tables; default plimsoll")
                    String schema) {
        requireOneTarget(folder, database, artifacts);
        if (!schema.matches("[A-Za-z_][A-Za-z0-9_]{0,62}")) {
            throw misused(
                    "--schema is not a valid name",
                    "use letters, digits and '_', at most 63, not beginning with a digit");
        }
        try (OpenProject project = setting.open()) {
            WorkspacePlace target = project.elsewhere(new WorkspaceConfig(folder, database, artifacts, schema));
            Copied copied = project.copyTo(target);
            if (setting.json()) {
                setting.printJson(
                        Map.of("workspace", target.shown(), "files", copied.files(), "bytes", copied.bytes()));
            } else {
                setting.print(String.format(
                        Locale.ROOT,
                        "copied %,d files, %,d bytes into %s%nto work there, say in plimsoll.yml: workspace: %s",
                        copied.files(),
                        copied.bytes(),
                        target.shown(),
                        target.yaml(project.folder())));
            }
            return 0;
        }
    }

    private static void requireOneTarget(
            @Nullable String folder, @Nullable String database, @Nullable String artifacts) {
        if (folder != null && (database != null || artifacts != null)) {
            throw misused(
                    "a workspace is copied into a folder or into a database, and both are named",
                    "leave out FOLDER, or --database and --artifacts");
        }
        if (folder == null && database == null) {
            throw misused("no target is named", "name a FOLDER, or --database NAME --artifacts FOLDER");
        }
        if (database != null && artifacts == null) {
            throw misused("files do not go into a database", "add --artifacts FOLDER for them");
        }
    }

    private static PlimsollException misused(String what, String help) {
        return PlimsollException.of(ErrorCode.USAGE, what, "", help);
    }
}
