package io.plimsoll.cli.show;

import io.plimsoll.evaluate.Backtest.Replay;
import io.plimsoll.guard.Decision;
import io.plimsoll.guard.Figures;
import io.plimsoll.guard.Result;
import io.plimsoll.guard.VerdictReport;
import io.plimsoll.pipeline.RunReport;
import io.plimsoll.workspace.RunRecord;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What other rules would have decided, for people and as data. */
public final class BacktestShow {
    private final Style style;

    public BacktestShow(Style style) {
        this.style = style;
    }

    /** What {@code --json} says. */
    public static Map<String, Object> data(String model, List<Replay> replays) {
        return Map.of(
                "model", model, "runs", replays.stream().map(BacktestShow::data).toList());
    }

    public String text(String model, List<Replay> replays) {
        if (replays.isEmpty()) {
            return "no run of " + model + " has kept what it was judged on; `plimsoll train` makes one";
        }
        Table table = new Table(style, "run", "started (UTC)", "decided then", "would decide", "why");
        for (Replay replay : replays) {
            table.row(
                    replay.run().id(),
                    RunShow.time(replay.run().started()),
                    then(replay.run()),
                    replay.replayed().result() + ", " + replay.decision().kind(),
                    reason(replay));
        }
        return style.bold(model) + "\n" + table.text() + summary(replays);
    }

    private static String summary(List<Replay> replays) {
        long registers = replays.stream()
                .filter(replay -> replay.decision().kind() == Decision.Kind.REGISTER)
                .count();
        long otherwise = replays.stream()
                .filter(replay -> !replay.decision().kind().name().equals(decision(replay.run())))
                .count();
        return "of " + Figures.count(replays.size(), "run") + " these rules would register " + registers
                + "; they decide " + otherwise + " otherwise than was decided\n";
    }

    /** The first rule that stands in the way, or that there is none. */
    private static String reason(Replay replay) {
        VerdictReport verdict = replay.replayed();
        return replay.decision().kind() == Decision.Kind.REGISTER
                ? replay.decision().reason()
                : verdict.rules().stream()
                        .filter(rule -> rule.result() == verdict.result() && verdict.result() != Result.PASS)
                        .map(rule -> rule.rule() + ": " + rule.explanation())
                        .findFirst()
                        .orElse(replay.decision().reason());
    }

    private static String then(RunRecord run) {
        RunReport report = report(run);
        VerdictReport verdict = report == null ? null : report.verdict();
        return verdict == null ? "-" : verdict.result() + ", " + decision(run);
    }

    private static String decision(RunRecord run) {
        RunReport report = report(run);
        String decision = report == null ? null : report.decision();
        return decision == null ? "-" : decision;
    }

    private static @Nullable RunReport report(RunRecord run) {
        return run.report() == null ? null : RunReport.read(run.report());
    }

    private static Map<String, Object> data(Replay replay) {
        Map<String, Object> data = new TreeMap<>();
        data.put("run", replay.run().id());
        data.put("started", replay.run().started().toString());
        data.put("decided_then", decision(replay.run()));
        data.put("decision", replay.decision());
        data.put("verdict", replay.replayed());
        return data;
    }
}
