package io.plimsoll.cli.show;

import io.plimsoll.guard.Attempts;
import io.plimsoll.guard.Decision;
import io.plimsoll.guard.Figures;
import io.plimsoll.guard.Measure;
import io.plimsoll.guard.Result;
import io.plimsoll.guard.SliceFinding;
import io.plimsoll.guard.VerdictReport;
import io.plimsoll.guard.VerdictReport.AlarmReport;
import io.plimsoll.guard.VerdictReport.RuleReport;
import io.plimsoll.interval.Interval;
import io.plimsoll.pipeline.RunReport;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A verdict, in words: what was decided and by what, each rule with its figures, and how often the holdout has been asked. */
public final class VerdictText {
    private static final String INDENT = "                  ";
    private static final int MOST_SLICES = 12;

    private final Style style;

    public VerdictText(Style style) {
        this.style = style;
    }

    public String of(VerdictReport verdict, RunReport report) {
        return of(verdict, String.valueOf(report.decision()), String.valueOf(report.decidedBy()));
    }

    public String of(VerdictReport verdict, Decision decision) {
        return of(verdict, decision.kind().name(), decision.decidedBy().name());
    }

    private String of(VerdictReport verdict, String decision, String decidedBy) {
        StringBuilder text = new StringBuilder();
        text.append("verdict ")
                .append(coloured(verdict.result(), verdict.result().name()));
        text.append(", decision ").append(decision).append(" by ");
        text.append(decidedBy.toLowerCase(Locale.ROOT)).append('\n');
        verdict.alarms().forEach(alarm -> text.append(alarm(alarm)));
        verdict.rules().forEach(rule -> text.append(rule(rule)));
        return text.append(attempts(verdict.attempts())).toString();
    }

    private String rule(RuleReport rule) {
        StringBuilder text = new StringBuilder(line(rule.result(), rule.result().name(), rule.rule()));
        for (String clause : rule.explanation().split("; ", -1)) {
            text.append(INDENT).append(clause).append('\n');
        }
        return text.append(slices(rule.slices())).toString();
    }

    private String alarm(AlarmReport alarm) {
        boolean lifted = alarm.accepted() != null;
        String what = alarm.column() == null ? "too good to be true" : "'" + alarm.column() + "' gives the answer away";
        String head = line(lifted ? Result.PASS : Result.FAIL, lifted ? "ACCEPTED" : "ALARM", what);
        return head + INDENT + alarm.explanation() + "\n";
    }

    /** The failing ones, then the largest. */
    private String slices(List<SliceFinding> slices) {
        if (slices.isEmpty()) {
            return "";
        }
        Table table = new Table(style, "slice", "rows", "groups", "figure", "95 % interval", "");
        slices.stream()
                .sorted((one, other) -> order(one) != order(other)
                        ? Integer.compare(order(one), order(other))
                        : Integer.compare(rows(other), rows(one)))
                .limit(MOST_SLICES)
                .forEach(slice -> addTo(table, slice));
        int more = slices.size() - MOST_SLICES;
        String rest =
                more > 0 ? INDENT + "and " + Figures.count(more, "smaller slice") + "; --json has them all\n" : "";
        return table.text().lines().map(row -> INDENT + row + "\n").reduce("", String::concat) + rest;
    }

    private static void addTo(Table table, SliceFinding slice) {
        String name = slice.value() == null ? "(missing)" : slice.value();
        Measure measure = slice.measure();
        if (measure == null) {
            table.row(name, "-", "-", "-", "-", "not judged: " + slice.code());
            return;
        }
        table.row(
                name,
                measure.over().rows(),
                measure.over().groups(),
                Figures.of(measure.observed()),
                interval(measure.interval()),
                slice.p() == null ? "not judged: " + slice.code() : slice.result());
    }

    private static int order(SliceFinding slice) {
        return slice.result() == Result.FAIL ? 0 : slice.measure() == null ? 2 : 1;
    }

    private static int rows(SliceFinding slice) {
        Measure measure = slice.measure();
        return measure == null ? 0 : measure.over().rows();
    }

    private static String interval(@Nullable Interval interval) {
        return interval == null ? "-" : Figures.of(interval.low()) + " to " + Figures.of(interval.high());
    }

    private static String attempts(Attempts attempts) {
        if (attempts.candidates() == 1) {
            return "";
        }
        return String.format(
                Locale.ROOT,
                "%,d different candidates have been judged on this holdout: were none of them good enough, at least one"
                        + " would still have passed in %s of such cases%n",
                attempts.candidates(),
                Figures.percent(Math.round(attempts.falseAcceptRate() * 1000) / 1000.0));
    }

    private String line(Result result, String word, String rest) {
        return "  " + coloured(result, String.format(Locale.ROOT, "%-14s", word)) + "  " + rest + "\n";
    }

    private String coloured(Result result, String text) {
        return switch (result) {
            case PASS -> style.good(text);
            case FAIL, NOT_COMPARABLE -> style.bad(text);
            case INCONCLUSIVE -> style.unsure(text);
            case NOT_APPLICABLE -> style.faint(text);
        };
    }
}
