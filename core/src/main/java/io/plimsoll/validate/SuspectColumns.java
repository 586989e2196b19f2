package io.plimsoll.validate;

import io.plimsoll.data.ColumnSummary;
import io.plimsoll.data.Dataset;
import io.plimsoll.data.Level;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Columns on which a model may be trained, and at which a person should look. They are told of, and end nothing. */
final class SuspectColumns {
    /**
     * Letters of other scripts that look like Latin ones, and the Latin ones.
     *
     * <p><b>Source</b>: Unicode Technical Standard 39, confusables, those that are single lower-case letters of Cyrillic and Greek.
     */
    private static final String CONFUSED = "асеһіјорԛѕѵԝхуαινορυ";

    private static final String WITH = "acehijopqsvwxyaivopu";

    private final Dataset rows;
    private final DataFaults faults;

    SuspectColumns(Dataset rows, DataFaults faults) {
        this.rows = rows;
        this.faults = faults;
    }

    /** A feature that is the same everywhere says nothing. */
    void checkFeature(String feature) {
        ColumnSummary summary = rows.summary(feature);
        if (summary.distinct() == 1 && summary.missing() == 0) {
            faults.warn(
                    "the feature has the same value in all " + faults.count(rows.rows(), "labelled row"),
                    feature,
                    "take it out of features; a model can learn nothing from it");
        }
    }

    void checkCategories(String feature) {
        ColumnSummary summary = rows.summary(feature);
        if (summary.isLikeAnId()) {
            faults.warn(
                    "the category is like an id: " + faults.count(summary.distinct(), "different value") + " in "
                            + faults.count(summary.present(), "row"),
                    feature,
                    "take it out of features, or make fewer categories of it in data.query");
        }
        long alike = lookAlikes(rows.levels(feature));
        if (alike > 0) {
            faults.warn(
                    String.format(Locale.ROOT, "%,d ", alike) + (alike == 1 ? "category differs" : "categories differ")
                            + " from another in case, spaces or look-alike letters only",
                    feature,
                    "write them alike in the source, or in data.query: lower(trim(" + feature + "))");
        }
    }

    /** How many categories look like one that is more frequent. */
    private static long lookAlikes(List<Level> levels) {
        Set<String> seen = new HashSet<>();
        return levels.stream().filter(level -> !seen.add(look(level.value()))).count();
    }

    private static String look(String value) {
        String plain = Normalizer.normalize(value, Normalizer.Form.NFKC)
                .strip()
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT);
        StringBuilder look = new StringBuilder();
        for (int i = 0; i < plain.length(); i++) {
            int place = CONFUSED.indexOf(plain.charAt(i));
            look.append(place < 0 ? plain.charAt(i) : WITH.charAt(place));
        }
        return look.toString();
    }
}
