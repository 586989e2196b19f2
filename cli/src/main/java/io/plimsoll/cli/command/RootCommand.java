package io.plimsoll.cli.command;

import io.plimsoll.cli.show.Faults;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.Fault;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.project.BuildInfo;
import io.plimsoll.project.surroundings.Surroundings;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** {@code plimsoll}: holds the commands and the options that they share. */
@Command(
        name = "plimsoll",
        header = "Trains tabular models and registers only those that stay on the right side of their line.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        versionProvider = RootCommand.Version.class,
        usageHelpAutoWidth = true,
        footer = {
            "",
            "`plimsoll serve` serves the project over HTTP; `plimsoll serve --help` tells how.",
            "`plimsoll COMMAND --help` tells more. Exit codes: 0 done, 3 concluded with no, 2 wrong input,"
                    + " 1 Plimsoll failed, 130 cancelled."
        })
public final class RootCommand {
    @Mixin
    private GlobalOptions global = new GlobalOptions();

    private RootCommand() {}

    /** The whole command line, ready to execute. */
    public static CommandLine commandLine(Surroundings surroundings) {
        RootCommand root = new RootCommand();
        CommandSetting setting = new CommandSetting(surroundings, root.global);
        CommandLine line = new CommandLine(root)
                .addSubcommand(new InitCommand(setting))
                .addSubcommand(new AddCommand(setting))
                .addSubcommand(new CheckCommand(setting))
                .addSubcommand(new TrainCommand(setting))
                .addSubcommand(new BuildCommand(setting))
                .addSubcommand(new PublishCommand(setting))
                .addSubcommand(new EndpointsCommand(setting))
                .addSubcommand(new ScoreCommand(setting))
                .addSubcommand(new ActualsCommand(setting))
                .addSubcommand(new SubmitCommand(setting))
                .addSubcommand(new WorkerCommand(setting))
                .addSubcommand(runs(setting))
                .addSubcommand(new ExperimentsCommand(setting))
                .addSubcommand(new DatasetsCommand(setting))
                .addSubcommand(models(setting))
                .addSubcommand(new TrainersCommand(setting))
                .addSubcommand(new GuardrailCommand(setting));
        addUpkeep(line, setting);
        line.setOut(new PrintWriter(surroundings.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(surroundings.err(), true, StandardCharsets.UTF_8));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler((failure, command, result) -> failed(failure, setting));
        line.setParameterExceptionHandler((failure, arguments) -> misused(failure, setting));
        return line;
    }

    /** What is done for a workspace as a whole. */
    private static void addUpkeep(CommandLine line, CommandSetting setting) {
        line.addSubcommand(new TokensCommand(setting))
                .addSubcommand(new UsersCommand(setting))
                .addSubcommand(new MembersCommand(setting))
                .addSubcommand(new WebhooksCommand(setting))
                .addSubcommand(new DoctorCommand(setting))
                .addSubcommand(new AuditCommand(setting))
                .addSubcommand(new GcCommand(setting))
                .addSubcommand(new BackupCommand(setting))
                .addSubcommand(new RestoreCommand(setting))
                .addSubcommand(new WorkspaceCommand(setting));
    }

    /** {@code models} with those of its commands that are classes of their own. */
    private static CommandLine models(CommandSetting setting) {
        return new CommandLine(new ModelsCommand(setting))
                .addSubcommand(new PromoteCommand(setting))
                .addSubcommand(new RollbackCommand(setting))
                .addSubcommand(new OverrideCommand(setting))
                .addSubcommand(new VerifyCommand(setting))
                .addSubcommand(new RebuildCommand(setting))
                .addSubcommand(new CardCommand(setting))
                .addSubcommand(new ExportCommand(setting))
                .addSubcommand(new ImportCommand(setting));
    }

    private static CommandLine runs(CommandSetting setting) {
        return new CommandLine(new RunsCommand(setting))
                .addSubcommand(new RunsWatchCommand(setting))
                .addSubcommand(new RunsCancelCommand(setting))
                .addSubcommand(new RunsWhyCommand(setting))
                .addSubcommand(new RunsResumeCommand(setting))
                .addSubcommand(new RunsDiffCommand(setting));
    }

    private static int failed(Exception failure, CommandSetting setting) {
        Faults shown = new Faults(setting.surroundings().err(), setting.global().debug);
        if (failure instanceof PlimsollException expected) {
            shown.print(expected.faults(), expected);
            return expected.code().exit();
        }
        Fault fault = new Fault(
                ErrorCode.INTERNAL,
                "Plimsoll failed (" + failure.getClass().getSimpleName() + ")",
                "",
                "run again with --debug and report the stack trace");
        shown.print(List.of(fault), failure);
        return fault.code().exit();
    }

    private static int misused(ParameterException failure, CommandSetting setting) {
        CommandLine command = failure.getCommandLine();
        List<String> near =
                failure instanceof UnmatchedArgumentException unmatched ? unmatched.getSuggestions() : List.of();
        String hint = near.isEmpty() ? "" : " (did you mean '" + near.get(0) + "'?)";
        String what = String.valueOf(failure.getMessage()).lines().findFirst().orElse("wrong arguments");
        Fault fault = new Fault(
                ErrorCode.USAGE,
                what + hint,
                "",
                "`" + command.getCommandSpec().qualifiedName() + " --help` lists what it takes");
        new Faults(setting.surroundings().err(), setting.global().debug).print(List.of(fault), failure);
        return fault.code().exit();
    }

    /** What {@code --version} prints. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            BuildInfo build = BuildInfo.read();
            return new String[] {"plimsoll " + build.version() + " (" + build.commit() + ")"};
        }
    }
}
