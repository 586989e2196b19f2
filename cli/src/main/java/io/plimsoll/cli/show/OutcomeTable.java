package io.plimsoll.cli.show;

import io.plimsoll.pipeline.RunReport;
import io.plimsoll.step.Outcome;
import java.util.List;
import java.util.Locale;

/** What several runs came to: a line each. */
public final class OutcomeTable {
    private final Style style;

    public OutcomeTable(Style style) {
        this.style = style;
    }

    public String of(List<RunReport> reports) {
        Table table = new Table(style, "model type", "outcome", "version", "verdict", "seconds", "why");
        for (RunReport report : reports) {
            table.row(
                    report.modelType(),
                    outcome(report),
                    report.version() == null ? "-" : report.model() + "@" + report.version(),
                    report.verdict() == null ? "-" : report.verdict().result(),
                    String.format(Locale.ROOT, "%.1f", report.seconds()),
                    report.reason());
        }
        return table.text();
    }

    private static String outcome(RunReport report) {
        if (report.outcome() == null) {
            return report.status().name();
        }
        return report.outcome() == Outcome.REGISTERED ? "REGISTERED" : String.valueOf(report.code());
    }
}
