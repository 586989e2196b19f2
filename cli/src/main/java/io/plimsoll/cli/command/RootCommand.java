package io.plimsoll.cli.command;

import io.plimsoll.cli.show.Faults;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.Fault;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.project.BuildInfo;
import io.plimsoll.project.surroundings.Surroundings;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
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

    /**
     * Carries out a command line. Only the commands that it names are made ready, since all of them take longer than many a command itself; where it
     * names none, or cannot be understood, all are there to help and to suggest.
     *
     * @return the exit code
     */
    public static int execute(Surroundings surroundings, String... arguments) {
        Set<String> named = new HashSet<>(List.of(arguments));
        CommandLine line = commandLine(surroundings, named::contains);
        if (line.getSubcommands().isEmpty()) {
            return whole(surroundings).execute(arguments);
        }
        line.setParameterExceptionHandler(
                (failure, given) -> whole(surroundings).execute(given));
        line.setExecutionStrategy(parsed -> parsed.isUsageHelpRequested()
                ? whole(surroundings).execute(arguments)
                : new CommandLine.RunLast().execute(parsed));
        return line.execute(arguments);
    }

    /** Every command. */
    static CommandLine whole(Surroundings surroundings) {
        return commandLine(surroundings, name -> true);
    }

    private static CommandLine commandLine(Surroundings surroundings, Predicate<String> wanted) {
        RootCommand root = new RootCommand();
        CommandSetting setting = new CommandSetting(surroundings, root.global);
        CommandLine line = new CommandLine(root);
        for (Map<String, Supplier<Object>> part : List.of(work(setting), upkeep(setting))) {
            part.forEach((name, command) -> {
                if (wanted.test(name)) {
                    line.addSubcommand(name, command.get());
                }
            });
        }
        line.setOut(new PrintWriter(surroundings.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(surroundings.err(), true, StandardCharsets.UTF_8));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler((failure, command, result) -> failed(failure, setting));
        line.setParameterExceptionHandler((failure, arguments) -> misused(failure, setting));
        return line;
    }

    /** From a project to scores, in the order in which help lists them. */
    private static Map<String, Supplier<Object>> work(CommandSetting setting) {
        Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
        commands.put("init", () -> new InitCommand(setting));
        commands.put("add", () -> new AddCommand(setting));
        commands.put("check", () -> new CheckCommand(setting));
        commands.put("train", () -> new TrainCommand(setting));
        commands.put("build", () -> new BuildCommand(setting));
        commands.put("publish", () -> new PublishCommand(setting));
        commands.put("endpoints", () -> new EndpointsCommand(setting));
        commands.put("score", () -> new ScoreCommand(setting));
        commands.put("actuals", () -> new ActualsCommand(setting));
        commands.put("submit", () -> new SubmitCommand(setting));
        commands.put("worker", () -> new WorkerCommand(setting));
        commands.put("runs", () -> runs(setting));
        commands.put("experiments", () -> new ExperimentsCommand(setting));
        commands.put("datasets", () -> new DatasetsCommand(setting));
        commands.put("models", () -> models(setting));
        commands.put("trainers", () -> new TrainersCommand(setting));
        commands.put("guardrail", () -> new GuardrailCommand(setting));
        return commands;
    }

    /** What is done for a workspace as a whole. */
    private static Map<String, Supplier<Object>> upkeep(CommandSetting setting) {
        Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
        commands.put("tokens", () -> new TokensCommand(setting));
        commands.put("users", () -> new UsersCommand(setting));
        commands.put("members", () -> new MembersCommand(setting));
        commands.put("webhooks", () -> new WebhooksCommand(setting));
        commands.put("doctor", () -> new DoctorCommand(setting));
        commands.put("audit", () -> new AuditCommand(setting));
        commands.put("gc", () -> new GcCommand(setting));
        commands.put("backup", () -> new BackupCommand(setting));
        commands.put("restore", () -> new RestoreCommand(setting));
        commands.put("workspace", () -> new WorkspaceCommand(setting));
        return commands;
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
