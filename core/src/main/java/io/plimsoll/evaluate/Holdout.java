package io.plimsoll.evaluate;

import io.plimsoll.canonical.CanonicalJson;
import io.plimsoll.canonical.Sha256;
import io.plimsoll.guard.Opponent;
import io.plimsoll.guard.Standing;
import io.plimsoll.metric.ScoredRows;
import io.plimsoll.split.Fold;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rows that judge, as the candidate scored them.
 *
 * @param key of each row, in the order of {@code rows}
 * @param folding where each was scored out of its fold; absent where the model itself scored rows that were held out
 */
record Holdout(String[] key, ScoredRows rows, @Nullable Folding folding) {
    Holdout(String[] key, ScoredRows rows) {
        this(key, rows, null);
    }

    Map<String, Integer> indexByKey() {
        Map<String, Integer> index = new HashMap<>();
        for (int i = 0; i < key.length; i++) {
            index.put(key[i], i);
        }
        return index;
    }

    /** As CSV, so that every metric can be computed again: key, group, target, prediction, weight, and the fold if there are any. */
    String csv() {
        List<String> header = List.of("key", "group", "target", "prediction", "weight");
        EvidenceCsv csv = new EvidenceCsv(folding == null ? header : with(header, "fold"));
        for (int i = 0; i < key.length; i++) {
            List<String> row = List.of(
                    key[i],
                    rows.group()[i],
                    CanonicalJson.number(rows.target()[i]),
                    CanonicalJson.number(rows.prediction()[i]),
                    CanonicalJson.number(rows.weight()[i]));
            csv.row(folding == null ? row : with(row, String.valueOf(folding.fold()[i])));
        }
        return csv.text();
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

    private static List<String> with(List<String> fields, String more) {
        return Stream.concat(fields.stream(), Stream.of(more)).toList();
    }

    /** Indices of the rows that judge in one turn: those of its fold, or all. */
    int[] rowsOf(Fold turn) {
        return IntStream.range(0, key.length)
                .filter(row -> folding == null || folding.fold()[row] == turn.number())
                .toArray();
    }

    /** What tells holdouts apart: which rows, and what is true of them. */
    String sha256() {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < key.length; i++) {
            all.append(key[i])
                    .append(',')
                    .append(CanonicalJson.number(rows.target()[i]))
                    .append('\n');
        }
        return Sha256.of(all.toString());
    }
}
