package io.plimsoll.cli.show;

import io.plimsoll.fault.ErrorCode;
import io.plimsoll.pipeline.RunReport;
import io.plimsoll.step.Outcome;
import io.plimsoll.step.RunStatus;
import io.plimsoll.workspace.RunRecord;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What became of many training runs, indication by indication and model type by model type: one table of verdicts. */
public final class MatrixTable {
    private MatrixTable() {}

    public static String text(Style style, List<RunRecord> runs) {
        Table table =
                new Table(style, "indication", "model type", "outcome", "version", "verdict", "seconds", "run", "why");
        for (RunRecord run : runs) {
            Optional<RunReport> report = report(run);
            table.row(
                    run.indication(),
                    run.modelType(),
                    outcome(run),
                    report.map(RunReport::version)
                            .map(version -> run.model() + "@" + version)
                            .orElse("-"),
                    report.map(RunReport::verdict)
                            .map(verdict -> verdict.result().name())
                            .orElse("-"),
                    report.map(known -> String.format(Locale.ROOT, "%.1f", known.seconds()))
                            .orElse("-"),
                    run.id(),
                    run.reason());
        }
        return table.text();
    }

    /** What {@code --json} says of them. */
    public static Map<String, Object> data(List<RunRecord> runs) {
        return Map.of(
                "runs",
                runs.stream()
                        .map(run -> report(run).<Object>map(known -> known).orElseGet(() -> RunShow.summary(run)))
                        .toList());
    }

    /** The exit code of a command that ends with this run. */
    public static int exit(RunRecord run) {
        if (run.status() == RunStatus.CANCELLED) {
            return ErrorCode.CANCELLED.exit();
        }
        return report(run).map(RunReport::exit).orElse(run.status() == RunStatus.SUCCEEDED ? 0 : 1);
    }

    private static String outcome(RunRecord run) {
        if (run.outcome() == Outcome.REGISTERED || run.code() == null) {
            return run.outcome() == null ? run.status().name() : run.outcome().name();
        }
        return run.code().name();
    }

    private static Optional<RunReport> report(RunRecord run) {
        return Optional.ofNullable(run.report()).map(RunReport::read);
    }
}
