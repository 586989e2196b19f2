package io.plimsoll.cli.show;

import io.plimsoll.guard.Figures;
import io.plimsoll.pipeline.RunReport;
import io.plimsoll.step.RunKind;
import io.plimsoll.workspace.RunRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The training runs of an experiment beside each other, model by model: what came of each, and which settings tell them apart. */
public final class ExperimentShow {
    private final Style style;

    public ExperimentShow(Style style) {
        this.style = style;
    }

    /** What {@code experiments show --json} says of its runs. */
    public static List<Map<String, Object>> data(List<RunRecord> runs) {
        return runs.stream()
                .map(run -> {
                    Map<String, Object> data = RunShow.summary(run);
                    RunReport report = report(run);
                    if (report != null) {
                        data.put("report", report);
                    }
                    return data;
                })
                .toList();
    }

    /** @param runs the latest first */
    public String text(String name, List<RunRecord> runs) {
        Map<String, List<RunRecord>> byModel = new LinkedHashMap<>();
        runs.stream()
                .filter(run -> run.kind() == RunKind.TRAINING)
                .forEach(run -> byModel.computeIfAbsent(run.model(), model -> new ArrayList<>())
                        .add(run));
        StringBuilder text = new StringBuilder(style.bold(name) + "\n");
        byModel.forEach((model, of) ->
                text.append('\n').append(style.bold(model)).append('\n').append(table(of)));
        return text.toString();
    }

    private String table(List<RunRecord> runs) {
        SortedSet<String> metrics = new TreeSet<>();
        runs.forEach(run -> {
            RunReport report = report(run);
            if (report != null) {
                metrics.addAll(report.metrics().keySet());
            }
        });
        SortedSet<String> settings = differing(runs);
        List<String> head = new ArrayList<>(List.of("run", "outcome", "version", "verdict"));
        head.addAll(metrics);
        head.addAll(settings);
        Table table = new Table(style, head.toArray(String[]::new));
        runs.forEach(run -> table.row(row(run, metrics, settings).toArray()));
        return table.text();
    }

    private static List<Object> row(RunRecord run, SortedSet<String> metrics, SortedSet<String> settings) {
        RunReport report = report(run);
        List<Object> row = new ArrayList<>();
        row.add(run.id());
        row.add(run.code() == null ? run.status() : run.code());
        row.add(report == null || report.version() == null ? "-" : "@" + report.version());
        row.add(
                report == null || report.verdict() == null
                        ? "-"
                        : report.verdict().result());
        for (String metric : metrics) {
            RunReport.MetricValue value =
                    report == null ? null : report.metrics().get(metric);
            row.add(value == null ? "-" : Figures.of(value.value()));
        }
        Map<String, String> config = RunSide.config(run, "models." + run.modelType());
        settings.forEach(setting -> row.add(config.getOrDefault(setting, "-")));
        return row;
    }

    /** The keys whose values are not the same in all runs. */
    private static SortedSet<String> differing(List<RunRecord> runs) {
        List<Map<String, String>> configs = new ArrayList<>();
        runs.forEach(run -> configs.add(RunSide.config(run, "models." + run.modelType())));
        SortedSet<String> keys = new TreeSet<>();
        configs.forEach(config -> keys.addAll(config.keySet()));
        keys.removeIf(key -> configs.stream()
                        .map(config -> Objects.toString(config.get(key)))
                        .distinct()
                        .count()
                == 1);
        return keys;
    }

    private static @Nullable RunReport report(RunRecord run) {
        return run.report() == null || run.kind() != RunKind.TRAINING ? null : RunReport.read(run.report());
    }
}
