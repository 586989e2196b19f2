package io.plimsoll.cli.show;

import io.plimsoll.actuals.Actuals;
import io.plimsoll.actuals.LineFinding;
import io.plimsoll.actuals.LiveFigures;
import io.plimsoll.actuals.LiveMetric;
import io.plimsoll.actuals.LiveVersion;
import io.plimsoll.guard.Figures;
import io.plimsoll.pipeline.ActualsReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** How good predictions turned out to be, in words. */
public final class ActualsText {
    private static final String NONE = "–";

    private final Style style;

    public ActualsText(Style style) {
        this.style = style;
    }

    public String of(ActualsReport report) {
        StringBuilder text = new StringBuilder(style.bold(report.model())).append('\n');
        counts(report).forEach(line -> text.append("  ").append(line).append('\n'));
        report.versions().forEach(version -> text.append('\n').append(version(version, report)));
        text.append('\n').append(line(report));
        text.append("kept as ")
                .append(ActualsReport.FILE)
                .append(" with ")
                .append(report.run())
                .append('\n');
        return text.toString();
    }

    private static List<String> counts(ActualsReport report) {
        Actuals.Counted rows = report.rows();
        List<String> lines = new ArrayList<>();
        lines.add(Figures.count(rows.rows(), "row") + " in " + files(report) + ", of which "
                + count(rows.known() - report.unpredicted()) + " met a prediction");
        add(lines, rows.unknown(), "without a target yet");
        add(lines, rows.leftOut(), "left out by train_where");
        add(lines, report.unpredicted(), "that no run has scored");
        lines.addAll(report.notes());
        return lines;
    }

    private static String files(ActualsReport report) {
        return report.files().size() == 1
                ? report.files().get(0).file()
                : Figures.count(report.files().size(), "file");
    }

    private static void add(List<String> lines, long rows, String what) {
        if (rows > 0) {
            lines.add(Figures.count(rows, "row") + " " + what);
        }
    }

    private String version(LiveVersion version, ActualsReport report) {
        boolean classes = version.all().positives() != null;
        List<String> head = new ArrayList<>(List.of("scored in", "rows"));
        if (classes) {
            head.add("class 1");
        }
        head.addAll(report.metrics());
        Table table = new Table(style, head.toArray(String[]::new));
        List<String> holdout = new ArrayList<>(List.of("holdout", NONE));
        if (classes) {
            holdout.add(NONE);
        }
        holdout.addAll(cells(version.holdout(), report.metrics()));
        table.row(holdout.toArray());
        version.periods().forEach(period -> table.row(row(period.period(), period.figures(), report)));
        table.row(row("all", version.all(), report));
        String waiting = version.waiting() == 0
                ? ""
                : Figures.count(version.waiting(), "prediction") + " without an actual yet\n";
        return style.bold(report.model() + "@" + version.version()) + (version.champion() ? " (champion)" : "") + "\n"
                + table.text() + waiting;
    }

    private static Object[] row(String period, LiveFigures figures, ActualsReport report) {
        List<String> cells = new ArrayList<>(List.of(period, count(figures.rows())));
        Long positives = figures.positives();
        if (positives != null) {
            cells.add(count(positives));
        }
        cells.addAll(cells(figures.metrics(), report.metrics()));
        return cells.toArray();
    }

    private static List<String> cells(SortedMap<String, LiveMetric> values, List<String> metrics) {
        return metrics.stream().map(metric -> cell(values.get(metric))).toList();
    }

    private static String cell(@Nullable LiveMetric metric) {
        if (metric == null) {
            return NONE;
        }
        Double value = metric.value();
        Double low = metric.low();
        Double high = metric.high();
        if (value == null) {
            return String.valueOf(metric.undefined()).toLowerCase(Locale.ROOT);
        }
        return low == null || high == null
                ? Figures.of(value)
                : Figures.of(value) + " (" + Figures.of(low) + " to " + Figures.of(high) + ")";
    }

    private String line(ActualsReport report) {
        if (report.champion() == null) {
            return "no version is champion, so no line is held against it\n";
        }
        StringBuilder text = new StringBuilder("the line of the champion, @" + report.champion() + ":\n");
        report.line()
                .forEach(finding -> text.append("  ")
                        .append(side(finding))
                        .append(' ')
                        .append(finding.rule())
                        .append(": ")
                        .append(finding.explanation())
                        .append('\n'));
        return text.toString();
    }

    private String side(LineFinding finding) {
        String side = finding.side().toString();
        return switch (finding.side()) {
            case HELD -> style.good(side);
            case CROSSED -> style.bad(side);
            case IN_DOUBT -> style.unsure(side);
            case NOT_JUDGED -> style.faint(side);
        };
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
