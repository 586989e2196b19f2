package io.plimsoll.evaluate;

import io.plimsoll.canonical.CanonicalJson;
import io.plimsoll.guard.Opponent;
import io.plimsoll.guard.Standing;
import io.plimsoll.metric.Bounds;
import io.plimsoll.metric.ScoredRows;
import io.plimsoll.split.Fold;
import io.plimsoll.split.JudgedHash;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The rows that judge, as the candidate scored them.
 *
 * @param key of each row, in the order of {@code rows}
 * @param bounds the intervals around the predictions; absent where the model has none
 * @param folding where each was scored out of its fold; absent where the model itself scored rows that were held out
 */
record Holdout(
        String[] key,
        ScoredRows rows,
        @Nullable Bounds bounds,
        @Nullable Folding folding) {
    private static final int KEY = 0;
    private static final int GROUP = 1;
    private static final int TARGET = 2;
    private static final int PREDICTION = 3;
    private static final int WEIGHT = 4;
    private static final int LOW = 5;
    private static final int HIGH = 6;

    Holdout(String[] key, ScoredRows rows) {
        this(key, rows, null, null);
    }

    Map<String, Integer> indexByKey() {
        Map<String, Integer> index = new HashMap<>();
        for (int i = 0; i < key.length; i++) {
            index.put(key[i], i);
        }
        return index;
    }

    /**
     * As CSV, so that every metric can be computed again: key, group, target, prediction, weight, then the fold and the ends of the interval if there are
     * any.
     */
    String csv() {
        List<String> header = new ArrayList<>(List.of("key", "group", "target", "prediction", "weight"));
        if (folding != null) {
            header.add("fold");
        }
        if (bounds != null) {
            header.addAll(List.of("low", "high"));
        }
        EvidenceCsv csv = new EvidenceCsv(header);
        for (int i = 0; i < key.length; i++) {
            csv.row(fields(i));
        }
        return csv.text();
    }

    /** Reads what {@link #csv} wrote of rows that are in no folds. */
    static Holdout read(String csv) {
        List<List<String>> rows = EvidenceCsv.rows(csv);
        boolean bounded = !rows.isEmpty() && rows.get(0).size() > LOW;
        Bounds bounds = bounded ? new Bounds(EvidenceCsv.numbers(rows, LOW), EvidenceCsv.numbers(rows, HIGH)) : null;
        return new Holdout(EvidenceCsv.texts(rows, KEY), scored(rows), bounds, null);
    }

    /** Of the fields of {@link #csv} what metrics take. */
    static ScoredRows scored(List<List<String>> rows) {
        return new ScoredRows(
                EvidenceCsv.numbers(rows, TARGET),
                EvidenceCsv.numbers(rows, PREDICTION),
                EvidenceCsv.numbers(rows, WEIGHT),
                EvidenceCsv.texts(rows, GROUP));
    }

    private List<String> fields(int i) {
        List<String> fields = new ArrayList<>(List.of(
                key[i],
                rows.group()[i],
                CanonicalJson.number(rows.target()[i]),
                CanonicalJson.number(rows.prediction()[i]),
                CanonicalJson.number(rows.weight()[i])));
        if (folding != null) {
            fields.add(String.valueOf(folding.fold()[i]));
        }
        if (bounds != null) {
            fields.add(CanonicalJson.number(bounds.low()[i]));
            fields.add(CanonicalJson.number(bounds.high()[i]));
        }
        return fields;
    }

    /** As CSV, what opponents predict for the same rows: key, opponent, prediction, compared. */
    String opponentsCsv(Map<Opponent, Standing.Scored> opponents) {
        EvidenceCsv csv = new EvidenceCsv(List.of("key", "opponent", "prediction", "compared"));
        opponents.forEach((opponent, scored) -> {
            for (int i = 0; i < key.length; i++) {
                boolean compared = scored.comparable()[i];
                String prediction = compared ? CanonicalJson.number(scored.prediction()[i]) : "";
                csv.row(List.of(key[i], opponent.label(), prediction, String.valueOf(compared)));
            }
        });
        return csv.text();
    }

    /** As CSV, the values by which rules sliced the same rows: key, column, value. */
    String slicesCsv(Map<String, @Nullable String[]> slices) {
        EvidenceCsv csv = new EvidenceCsv(List.of("key", "column", "value"));
        slices.forEach((column, values) -> {
            for (int i = 0; i < key.length; i++) {
                csv.row(List.of(key[i], column, Objects.requireNonNullElse(values[i], "")));
            }
        });
        return csv.text();
    }

    /** Indices of the rows that judge in one turn: those of its fold, or all. */
    int[] rowsOf(Fold turn) {
        return IntStream.range(0, key.length)
                .filter(row -> folding == null || folding.fold()[row] == turn.number())
                .toArray();
    }

    /** What tells holdouts apart: which rows, and what is true of them. */
    String sha256() {
        return JudgedHash.of(key, rows.target());
    }
}
