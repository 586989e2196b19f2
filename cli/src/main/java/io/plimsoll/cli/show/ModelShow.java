package io.plimsoll.cli.show;

import io.plimsoll.guard.Figures;
import io.plimsoll.workspace.AliasMove;
import io.plimsoll.workspace.ModelVersion;
import io.plimsoll.workspace.PromotedBy;
import io.plimsoll.workspace.VersionState;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Model versions, for people and as data. */
public final class ModelShow {
    private static final String METRIC = "metric.";

    private final Style style;

    public ModelShow(Style style) {
        this.style = style;
    }

    /** What {@code --json} says of a version. */
    public static Map<String, Object> data(ModelVersion version) {
        Map<String, Object> data = new TreeMap<>();
        data.put("model", version.model());
        data.put("version", version.version());
        data.put("model_sha256", version.sha256());
        data.put("run", version.runId());
        data.put("created", version.created().toString());
        data.put("aliases", version.aliases());
        data.put("state", version.state());
        data.put("tags", version.tags());
        return data;
    }

    /** What {@code models show MODEL@VERSION --json} says: the version and what it was made from. */
    public static Map<String, Object> whole(ModelVersion version, Origin origin) {
        Map<String, Object> whole = data(version);
        origin.addTo(whole);
        return whole;
    }

    /** {@code auc 0.7312}. */
    public static String mainMetric(ModelVersion version) {
        String name = version.tags().getOrDefault("metric", "");
        return name.isEmpty() ? "-" : name + " " + figure(version.tags().get(METRIC + name));
    }

    public String versions(List<ModelVersion> versions, ChampionHistory champions) {
        Table table = new Table(style, "version", "state", "aliases", "metric", "dataset", "registered (UTC)", "run");
        for (ModelVersion version : versions) {
            table.row(
                    "@" + version.version(),
                    version.state().name().toLowerCase(Locale.ROOT),
                    String.join(",", version.aliases()),
                    mainMetric(version),
                    version.tags().getOrDefault("dataset", "-"),
                    RunShow.time(version.created()),
                    version.runId());
        }
        return style.bold(versions.get(0).model()) + "\n" + champions.text() + table.text() + "\n"
                + champions.table(style);
    }

    public String retired(AliasMove move) {
        String reference = move.model() + "@" + move.from().getAsInt();
        return style.bold("RETIRED " + reference) + "\n  " + move.reason()
                + "\n  the next training run faces no champion; every version stays\n";
    }

    /** Where an alias points from now on, and why. */
    public String moved(AliasMove move) {
        int to = move.to().getAsInt();
        String right = move.promotedBy() == null ? "" : " " + right(move.promotedBy());
        String before =
                move.from().isPresent() ? "; before it was @" + move.from().getAsInt() : "";
        return style.bold(move.model() + "@" + to + " is " + move.alias()) + right + before + "\n  " + move.reason()
                + "\n";
    }

    private static String right(PromotedBy promotedBy) {
        return switch (promotedBy) {
            case FIRST -> "as the first";
            case PASSED -> "by its verdict";
            case APPROVAL -> "by approval";
            case ROLLBACK -> "by rollback";
            case OVERRIDE -> "against its verdict";
        };
    }

    public String closed(ModelVersion version, String reason) {
        return style.bold(version.state() + " " + version.reference()) + "\n  " + reason + "\n";
    }

    public String version(ModelVersion version, Origin origin) {
        StringBuilder text = new StringBuilder(style.bold(version.reference()));
        text.append(version.aliases().isEmpty() ? "" : "  " + String.join(", ", version.aliases()))
                .append('\n');
        text.append("registered ")
                .append(RunShow.time(version.created()))
                .append(" UTC by ")
                .append(version.runId());
        text.append(version.state() == VersionState.ACTIVE ? "" : "\nstate    " + version.state());
        text.append("\nmodel    ").append(version.sha256()).append('\n');
        text.append(origin.text()).append('\n');
        Table table = new Table(style, "tag", "value");
        version.tags().forEach(table::row);
        return text.append(table.text()).toString();
    }

    public String comparison(ModelVersion first, ModelVersion second) {
        Table metrics = new Table(style, "metric", first.reference(), second.reference());
        Table others = new Table(style, "tag", first.reference(), second.reference());
        SortedSet<String> tags = new TreeSet<>(first.tags().keySet());
        tags.addAll(second.tags().keySet());
        for (String tag : tags) {
            String left = first.tags().get(tag);
            String right = second.tags().get(tag);
            if (tag.startsWith(METRIC)) {
                metrics.row(tag.substring(METRIC.length()), figure(left), figure(right));
            } else if (left == null || !left.equals(right)) {
                others.row(tag, left == null ? "-" : left, right == null ? "-" : right);
            }
        }
        String files = first.sha256().equals(second.sha256()) ? "the same files\n" : "";
        return metrics.text() + comparability(first.tags(), second.tags()) + "\n" + files
                + (others.isEmpty() ? "no other difference\n" : others.text());
    }

    private static String comparability(SortedMap<String, String> first, SortedMap<String, String> second) {
        boolean same = List.of("dataset_sha256", "split").stream()
                .allMatch(tag -> first.getOrDefault(tag, "").equals(second.getOrDefault(tag, "")));
        String rows = first.containsKey("judged") ? "rows, out of the same folds\n" : "holdout rows\n";
        return same
                ? "measured on the same " + rows
                : "each measured on its own holdout: these figures do not tell which is better; a verdict does\n";
    }

    private static String figure(@Nullable String value) {
        return value == null ? "-" : Figures.of(Double.parseDouble(value));
    }
}
