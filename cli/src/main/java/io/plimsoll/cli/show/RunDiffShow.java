package io.plimsoll.cli.show;

import io.plimsoll.guard.Figures;
import io.plimsoll.pipeline.RunReport.MetricValue;
import io.plimsoll.workspace.RunRecord;
import io.plimsoll.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What differs between two runs, for people and as data. */
public final class RunDiffShow {
    private static final int LONG = 64;
    private static final int SHORT = 12;

    private final RunSide first;
    private final RunSide second;

    private RunDiffShow(RunSide first, RunSide second) {
        this.first = first;
        this.second = second;
    }

    public static RunDiffShow of(RunRecord first, RunRecord second, Workspace workspace) {
        return new RunDiffShow(RunSide.of(first, workspace), RunSide.of(second, workspace));
    }

    /** One thing that differs; a side that has no such thing is absent. */
    private record Change(
            String name, @Nullable String from, @Nullable String to) {
        Map<String, Object> data() {
            Map<String, Object> data = new TreeMap<>(Map.of("name", name));
            if (from != null) {
                data.put("from", from);
            }
            if (to != null) {
                data.put("to", to);
            }
            return data;
        }
    }

    /** What {@code runs diff --json} says. */
    public Map<String, Object> data() {
        Map<String, Object> data = new TreeMap<>();
        data.put("first", side(first));
        data.put("second", side(second));
        data.put("same", isNone());
        data.put("facts", data(facts()));
        data.put("config", data(config()));
        data.put("files", data(files()));
        data.put("rules", data(rules()));
        data.put("metrics", metricData());
        sameHoldout().ifPresent(same -> data.put("same_holdout", same));
        return data;
    }

    public String text(Style style) {
        if (first.run().id().equals(second.run().id())) {
            return "no difference: " + first.run().id() + " was named twice\n";
        }
        StringBuilder text = new StringBuilder(
                style.bold(first.run().id() + " → " + second.run().id()) + "\n");
        text.append(took());
        if (isNone()) {
            return text.append("no difference but in time\n").toString();
        }
        text.append(table(style, "fact", facts()));
        text.append(datasetHint());
        text.append(table(style, "file", files()));
        text.append(table(style, "config", config()));
        text.append(metrics(style));
        return text.append(table(style, "rule", rules())).toString();
    }

    private boolean isNone() {
        return facts().isEmpty()
                && config().isEmpty()
                && files().isEmpty()
                && rules().isEmpty()
                && first.metrics().equals(second.metrics());
    }

    private List<Change> facts() {
        return changes(first.facts(), second.facts());
    }

    /** With the keys as {@code --set} takes them where both are of one model type. */
    private List<Change> config() {
        String type = first.run().modelType();
        String prefix = type.equals(second.run().modelType()) ? "models." + type : "";
        return changes(first.config(prefix), second.config(prefix));
    }

    private List<Change> files() {
        return changes(first.files(), second.files());
    }

    private List<Change> rules() {
        return changes(first.rules(), second.rules());
    }

    private static List<Change> changes(SortedMap<String, String> from, SortedMap<String, String> to) {
        SortedSet<String> names = new TreeSet<>(from.keySet());
        names.addAll(to.keySet());
        return names.stream()
                .filter(name -> !Objects.equals(from.get(name), to.get(name)))
                .map(name -> new Change(name, from.get(name), to.get(name)))
                .toList();
    }

    private Optional<Boolean> sameHoldout() {
        String one = first.holdout();
        String other = second.holdout();
        return one == null || other == null ? Optional.empty() : Optional.of(one.equals(other));
    }

    private static Map<String, Object> side(RunSide side) {
        Map<String, Object> data = RunShow.summary(side.run());
        if (side.report() != null) {
            data.put("seconds", side.report().seconds());
        }
        data.putAll(side.facts());
        return data;
    }

    private static List<Map<String, Object>> data(List<Change> changes) {
        return changes.stream().map(Change::data).toList();
    }

    private Map<String, Object> metricData() {
        Map<String, Object> data = new TreeMap<>();
        for (String name : metricNames()) {
            Map<String, Object> both = new TreeMap<>();
            Optional.ofNullable(first.metrics().get(name)).ifPresent(value -> both.put("first", value));
            Optional.ofNullable(second.metrics().get(name)).ifPresent(value -> both.put("second", value));
            data.put(name, both);
        }
        return data;
    }

    private SortedSet<String> metricNames() {
        SortedSet<String> names = new TreeSet<>(first.metrics().keySet());
        names.addAll(second.metrics().keySet());
        return names;
    }

    private String took() {
        return "started " + RunShow.time(first.run().started()) + " → "
                + RunShow.time(second.run().started()) + " UTC, took " + seconds(first) + " → " + seconds(second)
                + "\n";
    }

    private static String seconds(RunSide side) {
        return side.report() == null
                ? "?"
                : String.format(Locale.ROOT, "%.1f s", side.report().seconds());
    }

    private static String table(Style style, String name, List<Change> changes) {
        if (changes.isEmpty()) {
            return "";
        }
        Table table = new Table(style, name, "from", "to");
        changes.forEach(change -> table.row(change.name(), cell(change.from()), cell(change.to())));
        return "\n" + table.text();
    }

    private static String cell(@Nullable String value) {
        String text = value == null ? "-" : value;
        boolean isHash = text.length() >= LONG && text.substring(0, LONG).matches("[0-9a-f]+");
        return isHash ? text.substring(0, SHORT) + "…" + text.substring(LONG) : text;
    }

    private String datasetHint() {
        String from = first.facts().get("dataset");
        String to = second.facts().get("dataset");
        return from == null || to == null || from.equals(to)
                ? ""
                : "`plimsoll datasets diff " + from + " " + to + "` shows what changed in the data\n";
    }

    private String metrics(Style style) {
        List<String> names = new ArrayList<>(metricNames());
        if (names.isEmpty()) {
            return "";
        }
        Table table = new Table(style, "metric", "from", "95 % interval", "to", "95 % interval");
        for (String name : names) {
            MetricValue from = first.metrics().get(name);
            MetricValue to = second.metrics().get(name);
            table.row(name, value(from), interval(from), value(to), interval(to));
        }
        return "\n" + table.text() + comparability() + "\n";
    }

    private String comparability() {
        return sameHoldout()
                .map(
                        same -> same
                                ? "both were judged on the same rows"
                                : "each was judged on rows of its own: these figures do not tell which is better; a verdict does")
                .orElse("whether both were judged on the same rows is not known: the evidence of a run is gone");
    }

    private static String value(@Nullable MetricValue value) {
        return value == null ? "-" : Figures.of(value.value());
    }

    private static String interval(@Nullable MetricValue value) {
        Double low = value == null ? null : value.low();
        Double high = value == null ? null : value.high();
        return low == null || high == null ? "-" : Figures.of(low) + " to " + Figures.of(high);
    }
}
