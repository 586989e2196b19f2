package io.plimsoll.cli.show;

import io.plimsoll.metric.OwnMetric;
import io.plimsoll.plugin.Plugin;
import io.plimsoll.train.Trainer;
import io.plimsoll.upkeep.Defect;
import io.plimsoll.upkeep.Doctor.Diagnosis;
import java.util.List;
import java.util.Map;

/** What a workspace was found to be like, for people and as data. */
public final class DoctorShow {
    private static final int MOST_SHOWN = 20;

    private final Style style;

    public DoctorShow(Style style) {
        this.style = style;
    }

    public static Map<String, Object> data(List<Diagnosis> diagnoses, List<String> settled, List<Plugin> plugins) {
        return Map.of(
                "sound",
                diagnoses.stream().allMatch(diagnosis -> diagnosis.defects().isEmpty()),
                "invariants",
                diagnoses,
                "settled_runs",
                settled,
                "plugins",
                plugins.stream().map(DoctorShow::data).toList());
    }

    private static Map<String, Object> data(Plugin plugin) {
        return Map.of(
                "jar", plugin.jar(),
                "sha256", plugin.sha256(),
                "trainers", plugin.trainers().stream().map(Trainer::name).toList(),
                "metrics", plugin.metrics().stream().map(OwnMetric::label).toList());
    }

    public String text(List<Diagnosis> diagnoses, List<String> settled, List<Plugin> plugins) {
        StringBuilder text = new StringBuilder();
        settled.forEach(run -> text.append("ended run ").append(run).append(", whose process is gone\n"));
        for (Diagnosis diagnosis : diagnoses) {
            boolean sound = diagnosis.defects().isEmpty();
            String count = diagnosis.defects().size() + (diagnosis.defects().size() == 1 ? " defect" : " defects");
            text.append(diagnosis.invariant())
                    .append("  ")
                    .append(sound ? style.good("ok") : style.bad(count))
                    .append("  ")
                    .append(diagnosis.promise())
                    .append('\n')
                    .append(defects(diagnosis.defects()));
        }
        plugins.forEach(plugin -> text.append("plugin ")
                .append(plugin.jar())
                .append("  sha256 ")
                .append(plugin.sha256())
                .append(names(
                        "trainers",
                        plugin.trainers().stream().map(Trainer::name).toList()))
                .append(names(
                        "metrics",
                        plugin.metrics().stream().map(OwnMetric::label).toList()))
                .append('\n'));
        return text.toString();
    }

    private static String names(String what, List<String> names) {
        return names.isEmpty() ? "" : "  " + what + ": " + String.join(", ", names);
    }

    /** A line for each defect, then what to do. */
    public String defects(List<Defect> defects) {
        StringBuilder text = new StringBuilder();
        defects.stream()
                .limit(MOST_SHOWN)
                .forEach(defect -> text.append("    ")
                        .append(defect.where())
                        .append(": ")
                        .append(defect.what())
                        .append("\n    help: ")
                        .append(defect.remedy())
                        .append('\n'));
        int more = defects.size() - MOST_SHOWN;
        return more > 0
                ? text.append("    and ")
                        .append(more)
                        .append(" more; --json lists all\n")
                        .toString()
                : text.toString();
    }
}
