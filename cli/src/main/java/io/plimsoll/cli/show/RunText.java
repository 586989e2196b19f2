package io.plimsoll.cli.show;

import io.plimsoll.guard.Figures;
import io.plimsoll.guard.VerdictReport;
import io.plimsoll.metric.Metric;
import io.plimsoll.pipeline.RunReport;
import io.plimsoll.pipeline.RunReport.MetricValue;
import io.plimsoll.step.Outcome;
import io.plimsoll.step.OutcomeCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a run came to, in words. */
public final class RunText {
    private final Style style;

    public RunText(Style style) {
        this.style = style;
    }

    /**
     * @param main the metric by which the model type is judged; it stands first
     * @param further metrics that the config wants to see
     * @param place where the run's files are
     */
    public String of(RunReport report, Metric main, List<Metric> further, String place) {
        List<String> shown = new ArrayList<>(List.of(main.label()));
        further.stream().filter(metric -> metric != main).forEach(metric -> shown.add(metric.label()));
        return of(report, shown, place);
    }

    /** With every metric that has a value. */
    public String of(RunReport report, String place) {
        return of(report, List.copyOf(report.metrics().keySet()), place);
    }

    private String of(RunReport report, List<String> metrics, String place) {
        StringBuilder text = new StringBuilder();
        text.append(headline(report)).append('\n');
        text.append("  ").append(report.reason()).append('\n');
        text.append(report.judged() == null ? "" : "  " + report.judged() + "\n")
                .append('\n');
        text.append(metrics.isEmpty() || report.verdict() == null ? "" : metrics(report, metrics));
        VerdictReport verdict = report.verdict();
        if (verdict != null) {
            text.append('\n').append(new VerdictText(style).of(verdict, report));
        }
        text.append('\n').append(lineage(report, place));
        return text.toString();
    }

    public String headline(RunReport report) {
        String name = report.version() == null ? report.model() : report.model() + "@" + report.version();
        if (report.outcome() == Outcome.REGISTERED) {
            return style.good(style.bold("REGISTERED " + name));
        }
        if (report.outcome() == null) {
            return style.bad(style.bold(report.status() + " " + name));
        }
        if (report.code() == OutcomeCode.REHEARSAL) {
            String rehearsed =
                    style.bold("NOT_REGISTERED " + name + " (REHEARSAL, decision " + report.decision() + ")");
            return report.mayRegister() ? style.good(rehearsed) : style.bad(rehearsed);
        }
        String code = "NOT_REGISTERED " + name + " (" + report.code() + ")";
        return report.code() == OutcomeCode.GUARDRAIL_NOT_MET ? style.bad(style.bold(code)) : style.bold(code);
    }

    private String metrics(RunReport report, List<String> shown) {
        String where = report.judged() == null ? "on the holdout" : "out of fold";
        Table table = new Table(style, "metric", where, "95 % interval");
        for (String metric : shown) {
            MetricValue value = report.metrics().get(metric);
            table.row(metric, value == null ? "undefined" : Figures.of(value.value()), interval(value));
        }
        return table.text();
    }

    private static String interval(@Nullable MetricValue value) {
        Double low = value == null ? null : value.low();
        Double high = value == null ? null : value.high();
        return low == null || high == null ? "-" : Figures.of(low) + " to " + Figures.of(high);
    }

    private static String lineage(RunReport report, String place) {
        StringBuilder text = new StringBuilder();
        RunReport.DatasetReference dataset = report.dataset();
        if (dataset != null) {
            text.append(String.format(
                    Locale.ROOT, "dataset  %s@%d, %,d rows%n", dataset.name(), dataset.version(), dataset.rows()));
        }
        String model = report.modelSha256();
        if (model != null) {
            text.append("model    ").append(model).append('\n');
        }
        text.append(String.format(Locale.ROOT, "run      %s, %.1f s%n", report.run(), report.seconds()));
        text.append("files    ").append(place).append('\n');
        return text.toString();
    }
}
