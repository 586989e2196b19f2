package io.plimsoll.cli.show;

import io.plimsoll.pipeline.ScoringReport;
import io.plimsoll.score.InputCount;
import io.plimsoll.step.RunStatus;
import io.plimsoll.validate.ColumnDrift;
import io.plimsoll.validate.Drift;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a scoring run came to, in words. */
public final class ScoringText {
    private final Style style;

    public ScoringText(Style style) {
        this.style = style;
    }

    /** @param place where the run's files are */
    public String of(ScoringReport report, String place) {
        StringBuilder text = new StringBuilder();
        String version = report.model() + "@" + report.version();
        Long rows = report.rows();
        if (report.status() != RunStatus.SUCCEEDED || rows == null) {
            return style.bad(style.bold(report.status() + " scoring with " + version)) + "\n  " + report.reason()
                    + "\n";
        }
        text.append(style.good(style.bold(String.format(Locale.ROOT, "%,d rows scored", rows))))
                .append(" with ")
                .append(version)
                .append('\n');
        Long leftOut = report.leftOut();
        if (leftOut != null && leftOut > 0) {
            text.append(String.format(Locale.ROOT, "  %,d rows left out by the model's query%n", leftOut));
        }
        text.append('\n').append(inputs(report, rows)).append(lineage(report, place));
        return text.toString();
    }

    private String inputs(ScoringReport report, long rows) {
        Drift drift = report.drift();
        List<ColumnDrift> drifts = drift == null ? List.of() : drift.columns();
        Map<String, ColumnDrift> byColumn =
                drifts.stream().collect(Collectors.toMap(ColumnDrift::column, Function.identity()));
        Table table = new Table(style, "input", "missing", "unseen", "psi");
        for (InputCount input : report.inputs()) {
            ColumnDrift column = byColumn.get(input.column());
            Double psi = column == null ? null : column.psi();
            if (input.missing() > 0 || input.unseen() > 0 || (psi != null && psi >= 0.1)) {
                table.row(
                        input.column(),
                        share(input.missing(), rows),
                        share(input.unseen(), rows),
                        psi == null ? "-" : String.format(Locale.ROOT, "%.2f", psi));
            }
        }
        String against = drift == null ? "" : "inputs against " + drift.against() + "\n";
        return table.isEmpty() ? "every input is as in training\n\n" : against + table.text() + "\n";
    }

    private static String share(long count, long rows) {
        return count == 0 ? "-" : String.format(Locale.ROOT, "%,d (%.1f%%)", count, 100.0 * count / rows);
    }

    private static String lineage(ScoringReport report, String place) {
        StringBuilder text = new StringBuilder();
        report.sources()
                .forEach(source -> text.append("input    ")
                        .append(source.file())
                        .append("  ")
                        .append(source.sha256(), 0, 12)
                        .append("…\n"));
        text.append("model    ").append(report.modelSha256()).append('\n');
        report.outputs()
                .forEach(output -> text.append("output   ")
                        .append(output.place())
                        .append("  ")
                        .append(output.sha256(), 0, 12)
                        .append("…\n"));
        text.append(String.format(Locale.ROOT, "run      %s, %.1f s%n", report.run(), report.seconds()));
        return text.append("files    ").append(place).append('\n').toString();
    }
}
