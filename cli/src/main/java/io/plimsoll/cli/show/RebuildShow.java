package io.plimsoll.cli.show;

import io.plimsoll.guard.Figures;
import io.plimsoll.pipeline.Difference;
import io.plimsoll.pipeline.Likeness;
import io.plimsoll.pipeline.Rebuild;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What came of training a version again, for people and as data. */
public final class RebuildShow {
    private final Style style;

    public RebuildShow(Style style) {
        this.style = style;
    }

    /** What {@code --json} says. */
    public static Map<String, Object> data(Rebuild rebuild) {
        Map<String, Object> data = new TreeMap<>();
        data.put("model", rebuild.version().model());
        data.put("version", rebuild.version().version());
        data.put("result", rebuild.likeness());
        data.put("as_expected", rebuild.isAsExpected());
        data.put("model_sha256", rebuild.version().sha256());
        data.put("rebuilt_sha256", rebuild.sha256());
        data.put(
                "dataset",
                Map.of(
                        "name", rebuild.dataset().name(),
                        "version", rebuild.dataset().version(),
                        "sha256", rebuild.dataset().sha256(),
                        "rows", rebuild.dataset().rows()));
        data.put("compared", rebuild.agreement());
        data.put("files", rebuild.files());
        data.put("differences", rebuild.differences());
        return data;
    }

    public String text(Rebuild rebuild) {
        String headline = rebuild.likeness() + " " + rebuild.version().reference();
        return style.bold(rebuild.isAsExpected() ? style.good(headline) : style.bad(headline))
                + "\n  " + sentence(rebuild) + "\n  " + why(rebuild) + "\n\n"
                + differences(rebuild)
                + lineage(rebuild);
    }

    private static String sentence(Rebuild rebuild) {
        String rows = Figures.count(rebuild.agreement().rows(), "labelled row");
        return switch (rebuild.likeness()) {
            case IDENTICAL -> "trained again from its record, it has the same bytes";
            case EQUAL_WITHIN_TOLERANCE -> "trained again from its record, it predicts the same for all " + rows;
            case DIFFERENT ->
                rebuild.agreement().disagreements() == 0
                        ? "trained again from its record, it parts the classes elsewhere"
                        : "trained again from its record, it predicts otherwise for "
                                + rebuild.agreement().disagreements() + " of " + rows;
        };
    }

    /** Why it came out so, as far as that is known. */
    private static String why(Rebuild rebuild) {
        if (rebuild.likeness() == Likeness.IDENTICAL) {
            return "its dataset, config and seed give this model, here and now";
        }
        if (rebuild.differences().isEmpty()) {
            return "nothing known differs in how the two were made: record or model were changed, or training here cannot be repeated";
        }
        return rebuild.isOfAnotherInstallation()
                ? "it was made on another platform or by other versions"
                : "platform and versions are those that made it, so it should have had the same bytes";
    }

    private String differences(Rebuild rebuild) {
        Table table = new Table(style, "differs", "registered", "rebuilt");
        for (Difference difference : rebuild.differences()) {
            table.row(difference.what(), shown(difference.stored()), shown(difference.rebuilt()));
        }
        return table.isEmpty() ? "" : table.text() + "\n";
    }

    private static String shown(@Nullable String value) {
        return Objects.requireNonNullElse(value, "-");
    }

    private static String lineage(Rebuild rebuild) {
        String files = rebuild.files().isEmpty() ? "" : "files    " + String.join(", ", rebuild.files()) + "\n";
        String rebuilt = rebuild.likeness() == Likeness.IDENTICAL ? "" : "rebuilt  " + rebuild.sha256() + "\n";
        return files
                + String.format(
                        Locale.ROOT,
                        "dataset  %s, %,d rows%nmodel    %s%n",
                        rebuild.dataset().reference(),
                        rebuild.dataset().rows(),
                        rebuild.version().sha256())
                + rebuilt;
    }
}
