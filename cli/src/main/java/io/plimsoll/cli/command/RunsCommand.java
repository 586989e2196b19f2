package io.plimsoll.cli.command;

import io.plimsoll.cli.desk.Desk;
import io.plimsoll.cli.desk.RunDesk.RunView;
import io.plimsoll.cli.show.RunShow;
import io.plimsoll.cli.show.Table;
import io.plimsoll.cli.show.TicketShow;
import io.plimsoll.fault.ErrorCode;
import io.plimsoll.fault.PlimsollException;
import io.plimsoll.workspace.RunRecord;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code runs}: what was run, and what came of it. */
@Command(
        name = "runs",
        header = "List runs, show, explain, follow, cancel or resume one, compare two.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class RunsCommand implements Callable<Integer> {
    private final CommandSetting setting;

    RunsCommand(CommandSetting setting) {
        this.setting = setting;
    }

    @Override
    public Integer call() {
        return list(20);
    }

    @Command(name = "list", header = "The latest runs first.", mixinStandardHelpOptions = true)
    int list(
            @Option(
                            names = "--limit",
                            paramLabel = "N",
                            defaultValue = "20",
                            description = "how many at most; default 20")
                    int limit) {
        if (limit < 1) {
            throw PlimsollException.of(ErrorCode.USAGE, "--limit must be at least 1", "", "give a number such as 20");
        }
        try (Desk desk = setting.desk()) {
            List<RunRecord> runs = desk.runs().latest(limit);
            if (setting.json()) {
                setting.printJson(
                        Map.of("runs", runs.stream().map(RunShow::summary).toList()));
            } else {
                setting.print(table(runs));
            }
            return 0;
        }
    }

    @Command(name = "show", header = "One run: its steps, verdict and outcome.", mixinStandardHelpOptions = true)
    int show(@Parameters(paramLabel = "RUN", description = "a run's id, as `runs list` shows it") String id) {
        try (Desk desk = setting.desk()) {
            RunView view = desk.runs().show(id);
            if (setting.json()) {
                Map<String, Object> whole = RunShow.whole(view.run(), view.origin());
                view.queue().ifPresent(queued -> whole.put("queue", queued.data()));
                setting.printJson(whole);
            } else {
                setting.print(new RunShow(setting.style()).text(view.run(), view.origin(), view.place())
                        + view.queue().map(TicketShow::text).orElse(""));
            }
            return 0;
        }
    }

    private String table(List<RunRecord> runs) {
        Table table =
                new Table(setting.style(), "run", "kind", "model", "experiment", "status", "outcome", "started (UTC)");
        for (RunRecord run : runs) {
            String outcome = run.code() == null ? "-" : run.code().name();
            table.row(
                    run.id(),
                    run.kind(),
                    run.model(),
                    run.experiment(),
                    run.status(),
                    outcome,
                    RunShow.time(run.started()));
        }
        return table.isEmpty() ? "no runs yet; `plimsoll train INDICATION` makes one" : table.text();
    }
}
