package io.plimsoll.cli.show;

import io.plimsoll.data.DatasetProfile;
import io.plimsoll.data.SourceFile;
import io.plimsoll.guard.Figures;
import io.plimsoll.workspace.DatasetVersion;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Dataset versions, for people and as data. */
public final class DatasetShow {
    private static final int RUNS_SHOWN = 20;

    private final Style style;

    public DatasetShow(Style style) {
        this.style = style;
    }

    /** What {@code --json} says of versions in a list. */
    public static List<Map<String, Object>> data(List<DatasetLine> lines) {
        return lines.stream()
                .map(line -> {
                    Map<String, Object> data = data(line.version());
                    data.put("run_count", line.runs());
                    return data;
                })
                .toList();
    }

    private static Map<String, Object> data(DatasetVersion version) {
        Map<String, Object> data = new TreeMap<>();
        data.put("name", version.name());
        data.put("version", version.version());
        data.put("sha256", version.sha256());
        data.put("key", version.key());
        data.put("rows", version.rows());
        data.put("column_count", version.columns().size());
        data.put("first_run", version.firstRun());
        data.put("created", version.created().toString());
        return data;
    }

    /** What {@code datasets show NAME@VERSION --json} says. */
    public static Map<String, Object> whole(DatasetVersion version, List<DatasetUse> uses, String place) {
        Map<String, Object> whole = data(version);
        whole.put("run_count", uses.size());
        whole.put("columns", version.columns());
        whole.put("place", place);
        whole.put("runs", uses.stream().map(DatasetUse::data).toList());
        whole.put("models", models(uses));
        return whole;
    }

    public String newest(List<DatasetLine> lines) {
        return lines.isEmpty()
                ? "no datasets yet; `plimsoll train INDICATION` makes a version of one"
                : table("newest", lines);
    }

    public String versions(List<DatasetLine> lines) {
        return table("version", lines);
    }

    /** @param sha256 of the file that was asked about */
    public String madeOf(String sha256, List<DatasetLine> lines) {
        String file = "sha256 " + sha256 + "\n";
        return lines.isEmpty()
                ? file + "no dataset version was made of a file with these bytes"
                : file + table("version", lines);
    }

    private String table(String head, List<DatasetLine> lines) {
        Table table = new Table(style, head, "rows", "columns", "runs", "first seen (UTC)", "content");
        for (DatasetLine line : lines) {
            DatasetVersion version = line.version();
            table.row(
                    version.reference(),
                    number(version.rows()),
                    version.columns().size(),
                    number(line.runs()),
                    RunShow.time(version.created()),
                    version.sha256());
        }
        return table.text();
    }

    /** @param profile absent where the rows were erased */
    public String version(
            DatasetVersion version, List<DatasetUse> uses, String place, Optional<DatasetProfile> profile) {
        StringBuilder text = new StringBuilder(style.bold(version.reference()));
        text.append("  first seen ").append(RunShow.time(version.created())).append(" UTC by ");
        text.append(version.firstRun()).append('\n');
        text.append("rows     ").append(number(version.rows())).append(", one for each ");
        text.append(version.key()).append('\n');
        text.append("content  ").append(version.sha256()).append('\n');
        text.append("file     ").append(place).append("\n\n");
        text.append(profile.map(new ProfileShow(style)::text).orElseGet(() -> columns(version)))
                .append('\n');
        text.append(sources(uses)).append('\n');
        text.append(runs(uses)).append('\n');
        List<String> models = models(uses);
        text.append("models   ").append(models.isEmpty() ? "none" : String.join(", ", models));
        return text.append('\n').toString();
    }

    private String columns(DatasetVersion version) {
        Table table = new Table(style, "column", "type");
        version.columns().forEach(column -> table.row(column.name(), column.type()));
        return table.text();
    }

    /** Each file once, however many runs read it. */
    private String sources(List<DatasetUse> uses) {
        Map<SourceFile, Integer> runs = new LinkedHashMap<>();
        uses.forEach(use -> new LinkedHashSet<>(use.sources()).forEach(file -> runs.merge(file, 1, Integer::sum)));
        Table table = new Table(style, "source", "file", "rows", "bytes", "runs", "sha256");
        runs.forEach((file, count) -> table.row(
                file.source(), file.file(), number(file.rows()), number(file.bytes()), number(count), file.sha256()));
        return table.text();
    }

    private String runs(List<DatasetUse> uses) {
        Table table = new Table(style, "run", "model", "status", "outcome", "made", "started (UTC)");
        uses.stream().limit(RUNS_SHOWN).forEach(use -> {
            String outcome = use.run().code() == null ? "-" : use.run().code().name();
            String made = use.models().isEmpty() ? "-" : String.join(", ", use.references());
            table.row(
                    use.run().id(),
                    use.run().model(),
                    use.run().status(),
                    outcome,
                    made,
                    RunShow.time(use.run().started()));
        });
        int more = uses.size() - RUNS_SHOWN;
        return table.text() + (more > 0 ? "and " + Figures.count(more, "earlier run") + "; --json has all\n" : "");
    }

    private static List<String> models(List<DatasetUse> uses) {
        return uses.stream()
                .flatMap(use -> use.models().stream())
                .sorted(Comparator.comparing(DatasetUse.Made::model).thenComparingInt(DatasetUse.Made::version))
                .map(DatasetUse.Made::reference)
                .toList();
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
