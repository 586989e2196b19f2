package io.plimsoll.cli.show;

import io.plimsoll.fault.Fault;
import io.plimsoll.pipeline.RunReport;
import io.plimsoll.pipeline.ScoringReport;
import io.plimsoll.step.RunKind;
import io.plimsoll.step.StepStatus;
import io.plimsoll.workspace.RunRecord;
import io.plimsoll.workspace.StepRecord;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A remembered run, for people and as data. */
public final class RunShow {
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Style style;

    public RunShow(Style style) {
        this.style = style;
    }

    public static String time(Instant instant) {
        return SECOND.format(instant);
    }

    /** What {@code runs list --json} says of a run. */
    public static Map<String, Object> summary(RunRecord run) {
        Map<String, Object> summary = new TreeMap<>();
        summary.put("run", run.id());
        summary.put("kind", run.kind());
        summary.put("indication", run.indication());
        summary.put("model_type", run.modelType());
        summary.put("model", run.model());
        summary.put("experiment", run.experiment());
        summary.put("status", run.status());
        summary.put("reason", run.reason());
        summary.put("started", run.started().toString());
        putIfPresent(summary, "outcome", run.outcome());
        putIfPresent(summary, "code", run.code());
        putIfPresent(
                summary,
                "finished",
                run.finished() == null ? null : run.finished().toString());
        return summary;
    }

    /** What {@code runs show --json} says of a run: the summary, its origin, its steps and its report. */
    public static Map<String, Object> whole(RunRecord run, Origin origin) {
        Map<String, Object> whole = summary(run);
        whole.put("steps", run.steps());
        origin.addTo(whole);
        if (run.report() != null) {
            whole.put(
                    "report",
                    run.kind() == RunKind.SCORING ? ScoringReport.read(run.report()) : RunReport.read(run.report()));
        }
        return whole;
    }

    /** @param place where the run's files are */
    public String text(RunRecord run, Origin origin, String place) {
        StringBuilder text = new StringBuilder();
        text.append(style.bold(run.id())).append("  ").append(run.model()).append("  started ");
        text.append(time(run.started()))
                .append(" UTC, experiment ")
                .append(run.experiment())
                .append("\n\n");
        text.append(steps(run.steps())).append('\n');
        if (run.report() == null) {
            return text.append(run.status())
                    .append(". ")
                    .append(run.reason())
                    .append('\n')
                    .append(origin.text())
                    .toString();
        }
        if (run.kind() == RunKind.SCORING) {
            ScoringReport report = ScoringReport.read(run.report());
            return text + told(report.warnings(), report.errors()) + new ScoringText(style).of(report, place);
        }
        RunReport report = RunReport.read(run.report());
        text.append(told(report.warnings(), report.errors()));
        text.append(new RunText(style).of(report, place));
        return text.append(report.dataset() == null ? origin.text() : origin.files())
                .toString();
    }

    private static String told(List<Fault> warnings, List<Fault> errors) {
        StringBuilder text = new StringBuilder();
        warnings.forEach(warning -> text.append(warning.warning())
                .append('\n')
                .append(warning.advice())
                .append('\n'));
        errors.forEach(fault ->
                text.append(fault.line()).append('\n').append(fault.advice()).append('\n'));
        return text.toString();
    }

    private String steps(List<StepRecord> steps) {
        Table table = new Table(style, "step", "status", "seconds", "");
        for (StepRecord step : steps) {
            boolean ended = step.status().isDone() || step.status() == StepStatus.FAILED;
            String seconds = ended ? String.format(Locale.ROOT, "%.2f", step.millis() / 1000.0) : "";
            table.row(step.name().label(), step.status(), seconds, step.summary());
        }
        return table.text();
    }

    private static void putIfPresent(Map<String, Object> map, String key, @Nullable Object value) {
        if (value != null) {
            map.put(key, value);
        }
    }
}
