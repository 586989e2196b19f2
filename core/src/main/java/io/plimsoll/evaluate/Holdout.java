package io.plimsoll.evaluate;

import io.plimsoll.canonical.CanonicalJson;
import io.plimsoll.canonical.Sha256;
import io.plimsoll.guard.Opponent;
import io.plimsoll.guard.Standing;
import io.plimsoll.metric.ScoredRows;
import io.plimsoll.split.Fold;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
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
        StringBuilder csv = new StringBuilder("key,group,target,prediction,weight");
        csv.append(folding == null ? "\n" : ",fold\n");
        for (int i = 0; i < key.length; i++) {
            csv.append(quoted(key[i])).append(',').append(quoted(rows.group()[i]));
            csv.append(',').append(CanonicalJson.number(rows.target()[i]));
            csv.append(',').append(CanonicalJson.number(rows.prediction()[i]));
            csv.append(',').append(CanonicalJson.number(rows.weight()[i]));
            csv.append(folding == null ? "\n" : "," + folding.fold()[i] + "\n");
        }
        return csv.toString();
    }

    /** As CSV, what opponents predict for the same rows: key, opponent, prediction, compared. */
    String csv(Map<Opponent, Standing.Scored> opponents) {
        StringBuilder csv = new StringBuilder("key,opponent,prediction,compared\n");
        opponents.forEach((opponent, scored) -> {
            for (int i = 0; i < key.length; i++) {
                boolean compared = scored.comparable()[i];
                csv.append(quoted(key[i])).append(',').append(opponent.label()).append(',');
                csv.append(compared ? CanonicalJson.number(scored.prediction()[i]) : "");
                csv.append(',').append(compared).append('\n');
            }
        });
        return csv.toString();
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
            all.append(quoted(key[i]))
                    .append(',')
                    .append(CanonicalJson.number(rows.target()[i]))
                    .append('\n');
        }
        return Sha256.of(all.toString());
    }

    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
