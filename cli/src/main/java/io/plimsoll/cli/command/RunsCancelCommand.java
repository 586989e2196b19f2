package io.plimsoll.cli.command;

import io.plimsoll.project.OpenProject;
import io.plimsoll.project.reference.RunReference;
import io.plimsoll.workspace.RunRecord;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code runs cancel}: ends a run that waits or goes on, wherever it goes on. */
@Command(
        name = "cancel",
        header = "End a run that waits or goes on. Nothing is registered afterwards.",
        mixinStandardHelpOptions = true)
final class RunsCancelCommand implements Callable<Integer> {
    private static final int TOO_LATE = 3;

    private final CommandSetting setting;

    @Parameters(paramLabel = "RUN", description = "a run's id, as `runs list` shows it")
    private String id = "";

    @Option(names = "--reason", paramLabel = "TEXT", description = "why, for those who look at the run later")
    private String reason = "";

    RunsCancelCommand(CommandSetting setting) {
        this.setting = setting;
    }

    @Override
    public Integer call() {
        try (OpenProject project = setting.open()) {
            RunReference.find(project, id);
            String why = "cancelled by " + project.actor() + (reason.isBlank() ? "" : ": " + reason.strip());
            boolean done = project.workspace().queue().cancel(id, why);
            RunRecord run = RunReference.find(project, id);
            if (setting.json()) {
                setting.printJson(Map.of("run", id, "cancelled", done, "status", run.status()));
            } else {
                setting.print(done ? id + " is CANCELLED" : tooLate(run));
            }
            return done ? 0 : TOO_LATE;
        }
    }

    private static String tooLate(RunRecord run) {
        return run.status().isFinal()
                ? run.id() + " had ended before: it is " + run.status()
                : run.id() + " has registered its model already; it ends in a moment";
    }
}
